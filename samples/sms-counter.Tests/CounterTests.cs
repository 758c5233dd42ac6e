using System.Net;
using Ahoy.Testing;
using Xunit;

namespace SmsCounter.Tests;

/// <summary>Starts the service once for all tests of a class.</summary>
public sealed class RunningCounter : IAsyncLifetime
{
    public AhoyService Service { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Service = await AhoyService.StartAsync(AhoyProjects.SmsCounter, options => options.Variables["MESSAGE_LIMIT"] = "3");

    public ValueTask DisposeAsync() => Service.DisposeAsync();
}

public sealed class CounterTests(RunningCounter running) : IClassFixture<RunningCounter>, IAsyncLifetime
{
    private AhoyService Service => running.Service;

    // Each test begins as after the start: the counts of the one before are gone.
    public async ValueTask InitializeAsync() => await Service.ResetAsync();

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task Message_GetsItsNumber()
    {
        var ada = Service.Handset("+15551230001");

        var chat = await ada.TextAsync("/sms", "Ahoy");

        Assert.Equal("This is message 1 of 3.", chat.LastReply.Body);
        Assert.Equal("+15551230001", chat.LastReply.To);
        Assert.Equal(MessageStatus.Delivered, chat.LastReply.Status);
    }

    [Fact]
    public async Task Conversation_IsCounted_AndStartsOver()
    {
        var ada = Service.Handset("+15551230001");

        await ada.TextAsync("/sms", "one");
        await ada.TextAsync("/sms", "two");
        await ada.TextAsync("/sms", "three");
        await ada.TextAsync("/sms", "four");

        Assert.Equal(
            ["This is message 1 of 3.", "This is message 2 of 3.", "That was message 3 of 3. The next one starts over.", "This is message 1 of 3."],
            ada.Received.Select(message => message.Body));
    }

    [Fact]
    public async Task Senders_AreCountedApart()
    {
        await Service.Handset("+15551230001").TextAsync("/sms", "Ahoy");
        var chat = await Service.Handset("+15551230002").TextAsync("/sms", "Ahoy");

        Assert.Equal("This is message 1 of 3.", chat.LastReply.Body);
    }

    [Fact]
    public async Task Count_IsForgottenAfterFourHours()
    {
        var ada = Service.Handset("+15551230001");
        var first = await ada.TextAsync("/sms", "Ahoy");
        Assert.Equal("1", first.Webhook.Cookies["message_count"]);

        await Service.Clock.AdvanceAsync(TimeSpan.FromHours(4.5));

        Assert.Equal("This is message 1 of 3.", (await ada.TextAsync("/sms", "Ahoy")).LastReply.Body);
    }

    [Fact]
    public async Task Request_WithoutASignature_IsRefused()
    {
        using var somebody = Service.CreateClient();
        using var twilio = Service.CreateSignedClient();

        Assert.Equal(HttpStatusCode.BadRequest, (await somebody.GetAsync("/sms?Body=Ahoy")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await twilio.GetAsync("/sms?Body=Ahoy")).StatusCode);
    }
}
