using Ahoy.Testing;
using Xunit;

namespace Appointments.Tests;

/// <summary>The backend reminds, the customer answers, the Function writes down what was said.</summary>
public sealed class ReminderTests(RunningPractice running) : IClassFixture<RunningPractice>, IAsyncLifetime
{
    private const string Desk = "+15551230100";

    private AhoyService Service => running.Service;

    private Handset Ada => Service.Handset("+15551230001");

    public async ValueTask InitializeAsync()
    {
        await running.BookAdaAsync();
        await foreach (var _ in running.Practice.RemindAsync())
        {
        }
    }

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task Reminder_ThatIsAnswered_IsConfirmed()
    {
        var reminder = await Ada.ReceiveAsync();
        Assert.StartsWith("Hello Ada, we expect you on Friday at 10.", reminder.Body);
        Assert.Equal("reminded", await running.StatusAsync());

        // To the number that the reminder came from: phones.json leads to the Function.
        var chat = await Ada.TextAsync(reminder.From, "ok");

        Assert.Equal("Thank you, Ada. See you on Friday at 10.", chat.LastReply.Body);
        Assert.Equal("confirmed", await running.StatusAsync());
    }

    [Fact]
    public async Task Customer_WhoAsksForACall_TalksToTheDesk()
    {
        var chat = await Ada.TextAsync("/sms", "CALL");

        Assert.Equal("Your phone rings in a moment.", chat.LastReply.Body);
        var call = Assert.Single(Service.Twilio.Calls, each => each.Direction == "outbound-api");
        Assert.Equal("Hello. We put you through to the desk.", call.Transcript.Said);

        await call.HangUpAsync();

        Assert.Equal("called", await running.StatusAsync());
    }

    [Fact]
    public async Task Customer_WhomNobodyAnswers_IsCalledAgain()
    {
        Service.Handset(Desk).Answers = Answer.Never;

        await Ada.TextAsync("/sms", "CALL");

        Assert.Equal("call again", await running.StatusAsync());
        var call = Assert.Single(Service.Twilio.Calls, each => each.Direction == "outbound-api");
        Assert.EndsWith("Nobody is at the desk. We call you again.", call.Transcript.Said);
    }

    [Fact]
    public async Task Stranger_HasNoAppointment()
    {
        var chat = await Service.Handset("+15551230002").TextAsync("/sms", "OK");

        Assert.Equal("There is no appointment for this number.", chat.LastReply.Body);
        Assert.Equal("reminded", await running.StatusAsync());
    }
}
