using Twilio.Rest.Messaging.V1;

namespace Ahoy.Testing.Tests;

/// <summary>Messages, from the first to the last.</summary>
public sealed class MessageTests(ShopService shop) : IClassFixture<ShopService>, IAsyncLifetime
{
    private AhoyService Service => shop.Service;

    public async ValueTask InitializeAsync() => await Service.ResetAsync();

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task Text_ToAPath_GetsItsReply()
    {
        var ada = Service.Handset("+15551230001");

        var chat = await ada.TextAsync("/order", "a loaf");

        Assert.Equal("Ahoy, we are on it.", chat.LastReply.Body);
        Assert.Equal(200, chat.Webhook.StatusCode);
        Assert.Contains("<Message>", chat.Webhook.Twiml);
        Assert.Equal(("+15005550006", "+15551230001", MessageStatus.Delivered), (chat.LastReply.From, chat.LastReply.To, chat.LastReply.Status));
        Assert.Equal(["order of +15551230001"], Service.Logs.Select(line => line.Message));
        Assert.Equal(("info", "/order"), (Service.Logs[0].Level, Service.Logs[0].Function));
    }

    [Fact]
    public async Task Receive_OfAPlannedMessage_ComesWhenTheClockDoes()
    {
        Service.Clock.Mode = AhoyClock.Manual;
        var ada = Service.Handset("+15551230001");
        var messaging = await ServiceResource.CreateAsync("Orders", client: Service.Twilio.CreateClient());
        await ada.TextAsync($"/order?service={messaging.Sid}&now={Uri.EscapeDataString(Service.Clock.Now.ToString("O"))}", "a loaf");
        await Assert.ThrowsAsync<AhoyException>(() => ada.ReceiveAsync(message => message.Body.Contains("ready"), TimeSpan.Zero));

        await Service.Clock.AdvanceAsync(TimeSpan.FromMinutes(31));

        var ready = await ada.ReceiveAsync(message => message.Body.Contains("ready"));
        Assert.Equal("Your order is ready.", ready.Body);
    }

    [Fact]
    public async Task Receive_OfWhatWasReturned_WaitsForTheNext()
    {
        var ada = Service.Handset("+15551230001");
        await ada.TextAsync("+15005550006", "nobody answers this number");
        await Service.InvokeAsync("/send", new { to = ada.Number, body = "one" });
        await Service.InvokeAsync("/send", new { to = ada.Number, body = "two" });

        Assert.Equal("one", (await ada.ReceiveAsync()).Body);
        Assert.Equal("two", (await ada.ReceiveAsync()).Body);
        var nothing = await Assert.ThrowsAsync<AhoyException>(() => ada.ReceiveAsync(timeout: TimeSpan.Zero));
        Assert.Contains("\"one\" (Delivered), which was returned before", nothing.Message);
    }

    [Fact]
    public async Task Receive_OfWhatIsSentLater_Waits()
    {
        var bob = Service.Handset("+15551230002");
        var receiving = bob.ReceiveAsync(message => message.Body == "later");

        await Service.InvokeAsync("/send", new { to = bob.Number, body = "later" });

        Assert.Equal("later", (await receiving).Body);
    }

    [Fact]
    public async Task Messages_AreAllThatWasSent_ByWhomeverAndVerify()
    {
        await Service.Handset("+15551230001").TextAsync("/order", "a loaf");
        await Service.InvokeAsync("/send", new { to = "+15551230002" });
        await Service.InvokeAsync("/verify", new { to = "+15551230003" });

        Assert.Contains(Service.Twilio.Messages, message => message.Body == "Ahoy, we are on it.");
        Assert.Contains(Service.Twilio.Messages, message => message.To == "+15551230002");
        var code = Assert.Single(Service.Twilio.Verifications);
        Assert.Equal(("+15551230003", "sms", "pending"), (code.To, code.Channel, code.Status));
        Assert.Contains(code.Code, (await Service.Handset("+15551230003").ReceiveAsync()).Body);
        Assert.Contains(Service.Twilio.Requests, request => request is { Method: "POST", By: "/verify", IsStateful: true } && request.Path.EndsWith("/Verifications", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refused_Message_HasItsCode()
    {
        var ada = Service.Handset("+15551230001");
        ada.Refuses = 30003;

        await Service.InvokeAsync("/send", new { to = ada.Number });

        var message = Assert.Single(Service.Twilio.Messages);
        Assert.Equal((MessageStatus.Undelivered, 30003), (message.Status, message.ErrorCode));
    }

    [Fact]
    public async Task LastReply_OfAFunctionThatFails_ExplainsItself()
    {
        var chat = await Service.Handset("+15551230001").TextAsync("/broken", "hello");

        Assert.Equal((500, 11200), (chat.Webhook.StatusCode, chat.Webhook.ErrorCode));
        var failure = Assert.Throws<AhoyException>(() => chat.LastReply);
        Assert.Contains("Text 'hello' from +15551230001 to /broken: there was no reply. The webhook answered 500 (error 11200)", failure.Message);
        Assert.Contains("about to fail", failure.Message);
        Assert.Contains("the oven is cold", failure.Message);
        Assert.Contains("broken.protected.js:3", failure.Message);
        Assert.Contains(Service.Alerts, alert => alert is { Code: 11200, Function: "/broken" });
    }

    [Fact]
    public async Task Text_ToNoFunction_SaysSo()
    {
        var failure = await Assert.ThrowsAsync<AhoyException>(() => Service.Handset("+15551230001").TextAsync("/nothing", "hello"));

        Assert.Contains("/nothing is neither a number of the account nor the path of a Function.", failure.Message);
    }

    [Fact]
    public async Task Text_WithMedia_TellsTheirAddresses()
    {
        var chat = await Service.Handset("+15551230001").TextAsync("/order", "see", [new Uri("https://ahoy.example/cat.png")]);

        Assert.Equal(200, chat.Webhook.StatusCode);
    }
}
