namespace Ahoy.Host.Tests.Offline.Conversations;

/// <summary>The documentation's conversations by phone, step by step.</summary>
public sealed class CallTests(ConversationService service) : IClassFixture<ConversationService>, IAsyncLifetime
{
    private const string Owner = "+15551230100";

    private const string Menu = """
        twilio Say: Harbour Bakery.
        twilio Gather: /chosen
        twilio Say: One for bread, two for a person.

        """;

    public async ValueTask InitializeAsync()
    {
        await service.AskAsync(HttpMethod.Post, "reset");
        await service.AskAsync(HttpMethod.Put, "clock", new { mode = "fast" });
    }

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task Menu_WithAKey_SaysWhatWasChosen()
    {
        var call = await service.CallAsync("/menu");
        Assert.Equal(("in-progress", "either"), ((string?)call["status"], (string?)call["waitsFor"]));

        call = await service.ActAsync(call, "digits", new { digits = "1" });

        Assert.Equal("completed", (string?)call["status"]);
        Assert.Equal(
            Menu + """
            caller Digits: 1
            twilio Say: Rye, today.
            twilio Hangup

            """,
            ConversationService.Lines(call));
    }

    [Fact]
    public async Task Menu_WithAWrongKeyAndThenAWord_ComesAgainAndDials()
    {
        await service.AskAsync(HttpMethod.Put, $"handsets/{Uri.EscapeDataString(Owner)}", new { answers = "never" });
        var call = await service.CallAsync("/menu");
        call = await service.ActAsync(call, "digits", new { digits = "9" });
        Assert.Equal("either", (string?)call["waitsFor"]);

        call = await service.ActAsync(call, "speech", new { text = "person", confidence = 0.9 });
        Assert.Equal("recording", (string?)call["waitsFor"]);
        call = await service.ActAsync(call, "recording", new { text = "Two loaves, please.", seconds = 4 });

        Assert.Equal("completed", (string?)call["status"]);
        Assert.Equal(
            Menu + """
            caller Digits: 9
            twilio Say: There is no such choice.
            twilio Redirect: /menu

            """ + Menu + """
            caller Speech: person
            twilio Say: One moment.
            twilio Dial: +15551230100
            twilio Say: Nobody is there. Leave a message.
            twilio Record: /recorded
            caller Recording: Two loaves, please.
            twilio Say: Thank you.

            """,
            ConversationService.Lines(call));
    }

    [Fact]
    public async Task Caller_WhoSaysNothing_HearsTheMenuAgain()
    {
        var call = await service.CallAsync("/menu");

        await service.AskAsync(HttpMethod.Post, "clock/advance", new { by = "PT6S" });

        call = await service.AskAsync(HttpMethod.Get, $"calls/{call["sid"]}");
        Assert.Equal(("in-progress", "either"), ((string?)call["status"], (string?)call["waitsFor"]));
        Assert.Equal(Menu + "twilio Redirect: /menu\n" + Menu, ConversationService.Lines(call));
    }

    [Fact]
    public async Task Meeting_BeginsWithItsLeader_AndEndsWithHim()
    {
        var guest = await service.CallAsync("/meeting");
        Assert.Equal("in-progress", (string?)guest["status"]);
        var leader = await service.CallAsync("/meeting", from: Owner);
        Assert.Equal("in-progress", (string?)leader["status"]);

        await service.ActAsync(leader, "hangup");

        guest = await service.AskAsync(HttpMethod.Get, $"calls/{guest["sid"]}");
        Assert.Equal("completed", (string?)guest["status"]);
    }

    [Theory]
    [InlineData("+15551230666", "/filter", "no-answer", "twilio Reject\n")]
    [InlineData("+15551230666", "/filter?reason=busy", "busy", "twilio Reject\n")]
    [InlineData("+15551230001", "/filter", "completed", "twilio Redirect: /hello\ntwilio Say: You are not blocked.\n")]
    public async Task Caller_OfTheBlockList_IsRejected(string from, string to, string status, string transcript)
    {
        var call = await service.CallAsync(to, from);

        Assert.Equal((status, transcript), ((string?)call["status"], ConversationService.Lines(call)));
    }
}
