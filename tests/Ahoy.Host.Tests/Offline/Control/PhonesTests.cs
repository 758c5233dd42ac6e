using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Offline.Control;

/// <summary><c>phones.json</c> while the service runs.</summary>
public sealed class PhonesTests(PhonesTests.Service service) : IClassFixture<PhonesTests.Service>
{
    [Fact]
    public async Task Phones_ThatAreChanged_AreTheAccountsFromThenOn()
    {
        Assert.Equal("first", await TextAsync("+15005550006"));

        Write("""
            {
              "+15005550006": { "sms": "/second" },
              "+15550001111": { "sms": "/first?from=file" }
            }
            """);
        await service.Log.WaitForOutputAsync(line => line.Message == "phones.json changed: your numbers are +15005550006, +15550001111 from now on.");
        Assert.Equal(2, Numbers().Count);
        Assert.Equal("second", await TextAsync("+15005550006"));
        Assert.Equal("first", await TextAsync("+15550001111"));

        // What is wrong is told with its line, and what is right counts all the same.
        Write("""
            {
              "+15550001111": { "sms": "/second" },
              "+15005550006": { "sms": "/nobody" }
            }
            """);
        await service.Log.WaitForOutputAsync(line => line.Message.StartsWith("phones.json(3): ", StringComparison.Ordinal) && line.Message.Contains("/nobody", StringComparison.Ordinal));
        Assert.Equal("second", await TextAsync("+15550001111"));

        Write("{ \"+15550001111\": { \"sms\": ");
        var broken = await service.Log.WaitForOutputAsync(line => line.Message.Contains("phones.json is no JSON", StringComparison.Ordinal));
        Assert.DoesNotContain("LineNumber", broken.Message, StringComparison.Ordinal);

        File.Delete(service.Folder.Combine("phones.json"));
        await service.Log.WaitForOutputAsync(line => line.Message == "phones.json is gone: your number is +15005550006 from now on.");
        Assert.Equal(["+15005550006"], Numbers());

        // The numbers are no code: the Functions were not read again for them.
        Assert.Equal(0, service.Events.Reloads);

        // The Function that was missing comes with the project's next reload, and the file that names it is read again.
        Write("""{ "+15550002222": { "sms": "/third" } }""");
        await service.Log.WaitForOutputAsync(line => line.Message.Contains("/third", StringComparison.Ordinal));
        service.Folder.Write("functions/third.js", Service.Reply("third"));
        await Eventually.HoldsAsync(() => service.Twilio!.Services.ResolvePath("/third") is not null);
        service.Twilio!.OnFunctionsChanged();
        Assert.Equal("third", await TextAsync("+15550002222"));
    }

    private void Write(string json) => service.Folder.Write("phones.json", json);

    private IReadOnlyList<string> Numbers() =>
        service.Twilio!.Simulator.World.InTurn(() => service.Twilio.Simulator.World.Phones.Numbers.Select(n => n.Number).ToArray());

    private async Task<string?> TextAsync(string to)
    {
        var result = await service.AskAsync(HttpMethod.Post, "messages", new { to, body = "hi" });
        return (string?)result["replies"]?[0]?["body"];
    }

    public sealed class Service() : OfflineProject(new Dictionary<string, string>
    {
        ["phones.json"] = """{ "+15005550006": { "sms": "/first" } }""",
        ["functions/first.js"] = Reply("first"),
        ["functions/second.js"] = Reply("second"),
    })
    {
        internal override bool IsLive => true;

        public static string Reply(string text) => $"exports.handler = (context, event, callback) => callback(null, new Twilio.twiml.MessagingResponse().message('{text}'));";
    }
}
