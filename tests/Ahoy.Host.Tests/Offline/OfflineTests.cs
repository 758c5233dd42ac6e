using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Offline;

/// <summary>Messages and calls, from a handset through the gateway into a Function and back.</summary>
public class OfflineTests(OfflineService service) : IClassFixture<OfflineService>
{
    [Fact]
    public async Task Message_ToAProtectedFunction_GetsItsReply()
    {
        var result = await service.AskAsync(HttpMethod.Post, "messages", new { to = "/sms", body = "ahoy" });

        var reply = Assert.Single(result["replies"]!.AsArray())!;
        Assert.Equal("You said ahoy.", (string?)reply["body"]);
        Assert.Equal(200, (int?)result["webhook"]!["status"]);
    }

    [Fact]
    public async Task Message_ToAFunctionThatThrows_TellsItsLine()
    {
        var result = await service.AskAsync(HttpMethod.Post, "messages", new { to = "/broken", body = "ahoy" });

        Assert.Empty(result["replies"]!.AsArray());
        var alert = Assert.Single(
            (await service.AskAsync(HttpMethod.Get, "alerts")).AsArray(), item => (string?)item!["function"] == "/broken")!;
        Assert.Equal(11200, (int?)alert["code"]);
        await Eventually.HoldsAsync(() => service.Log.Outputs.Any(
            entry => entry.ErrorCode == 11200 && entry.Message.Contains("functions/broken.protected.js:2", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Call_WithAKeyPressed_RunsTheActionOfGather()
    {
        await service.AskAsync(HttpMethod.Put, "clock", new { mode = "fast" });
        var call = await service.AskAsync(HttpMethod.Post, "calls", new { to = "/voice" });
        Assert.Equal("digits", (string?)call["waitsFor"]);

        var pressed = await service.AskAsync(HttpMethod.Post, $"calls/{call["sid"]}/digits", new { digits = "7" });

        Assert.Contains("You pressed 7.", pressed["transcript"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("completed", (string?)pressed["status"]);
    }

    [Fact]
    public async Task Function_ThatSendsByGetTwilioClient_SendsInThisWorld()
    {
        var sid = await service.GetTextAsync("/notify?to=%2B15551230077");

        var messages = await service.AskAsync(HttpMethod.Get, "messages");
        var sent = Assert.Single(messages.AsArray(), message => (string?)message!["sid"] == sid)!;
        Assert.Equal(("+15551230077", "From a Function."), ((string?)sent["to"], (string?)sent["body"]));
        var request = Assert.Single(
            (await service.AskAsync(HttpMethod.Get, "requests")).AsArray(), item => (string?)item!["by"] == "/notify")!;
        Assert.Equal("api.twilio.com", (string?)request["host"]);
    }
}
