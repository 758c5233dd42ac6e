using Ahoy.Testing;
using Twilio.Exceptions;
using Xunit;

namespace Appointments.Tests;

/// <summary>What happens where Twilio fails, or a phone is off.</summary>
public sealed class FaultTests(RunningPractice running) : IClassFixture<RunningPractice>, IAsyncLifetime
{
    private AhoyService Service => running.Service;

    private Handset Ada => Service.Handset("+15551230001");

    public async ValueTask InitializeAsync() => await running.BookAdaAsync();

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task Book_ThatCannotBeRead_IsAnAlert_AndALineInTheLog()
    {
        Service.Twilio.Fail(host: "sync.twilio.com", status: 500, times: 1);

        var chat = await Ada.TextAsync("/sms", "OK");

        Assert.Equal(500, chat.Webhook.StatusCode);
        Assert.Empty(chat.Replies);
        Assert.Contains(Service.Alerts, alert => alert is { Code: 11200, Function: "/sms" });
        Assert.Contains(Service.Logs, line => line is { Level: "error", Function: "/sms" });

        // It was for once: what the customer tries again, works.
        Assert.Equal("Thank you, Ada. See you on Friday at 10.", (await Ada.TextAsync("/sms", "OK")).LastReply.Body);
    }

    [Fact]
    public async Task Call_ThatCannotBePlaced_IsNotPromised()
    {
        Service.Twilio.Fail(path: "*/Calls.json", method: "POST", status: 429, code: 20429);

        var chat = await Ada.TextAsync("/sms", "CALL");

        Assert.Empty(chat.Replies);
        var asked = Assert.Single(Service.Twilio.Requests, request => request.Path.EndsWith("/Calls.json", StringComparison.Ordinal));
        Assert.Equal(("/sms", 429), (asked.By, asked.Status));
    }

    [Fact]
    public async Task Backend_SeesTheSameFaults()
    {
        Service.Twilio.Fail(path: "*/Messages.json", status: 503);

        var failure = await Assert.ThrowsAsync<ApiException>(async () => await running.Practice.RemindAsync().GetAsyncEnumerator().MoveNextAsync());

        Assert.Equal(503, failure.Status);
    }

    [Fact]
    public async Task Phone_ThatIsOff_GetsNoReminder()
    {
        Ada.Refuses = 30003;

        await foreach (var _ in running.Practice.RemindAsync())
        {
        }

        var sent = Assert.Single(Service.Twilio.Messages);
        Assert.Equal((MessageStatus.Undelivered, 30003), (sent.Status, sent.ErrorCode));
        Assert.Empty(Ada.Received);
    }
}
