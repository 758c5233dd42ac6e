using System.Diagnostics;

namespace Ahoy.Host.Tests.Offline.Conversations;

/// <summary>The documentation's conversations by message.</summary>
public sealed class MessageTests(ConversationService service) : IClassFixture<ConversationService>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await service.AskAsync(HttpMethod.Post, "reset");

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task Counter_InACookie_CountsEachPairByItselfAndBeginsAnewWhenItIsRemoved()
    {
        Assert.Equal(["Message 1."], await service.TextAsync("/counter", "a"));
        Assert.Equal(["Message 2."], await service.TextAsync("/counter", "b"));
        Assert.Equal(["Message 1."], await service.TextAsync("/counter", "a", from: "+15551230002"));
        Assert.Equal(["Message 3."], await service.TextAsync("/counter", "c"));
        Assert.Equal(["That was the last one."], await service.TextAsync("/counter", "d"));
        Assert.Equal(["Message 1."], await service.TextAsync("/counter", "e"));
        Assert.Equal(["Message 2."], await service.TextAsync("/counter", "b", from: "+15551230002"));
    }

    [Theory]
    [InlineData("long", "PT3H59M", "Message 2.")]
    [InlineData("long", "PT4H1M", "Message 1.")]
    [InlineData("short", "PT29M", "Message 2.")]
    [InlineData("short", "PT31M", "Message 1.")]
    public async Task Cookie_OfAConversationThatIsIdle_LivesItsTimeAndFourHoursAtMost(string body, string idle, string expected)
    {
        await service.AskAsync(HttpMethod.Put, "clock", new { mode = "manual" });
        Assert.Equal(["Message 1."], await service.TextAsync("/counter", body));

        await service.AskAsync(HttpMethod.Post, "clock/advance", new { by = idle });

        Assert.Equal([expected], await service.TextAsync("/counter", body));
    }

    [Theory]
    [InlineData("Hours ", "We open at seven.")]
    [InlineData("bread", "Rye, today.")]
    [InlineData("cake?", "Write HOURS or BREAD.")]
    public async Task Keyword_OfAMessage_ChoosesTheReply(string body, string reply) => Assert.Equal([reply], await service.TextAsync("/keywords", body));

    [Fact]
    public async Task Message_ThatIsForwarded_ReachesItsOwner()
    {
        Assert.Equal(["Passed on."], await service.TextAsync("/forward", "Are you open?"));

        var forwarded = Assert.Single(await service.ListAsync("messages"), m => (string?)m["to"] == "+15551230100");
        Assert.Equal("From +15551230001: Are you open?", (string?)forwarded["body"]);
        Assert.Equal("delivered", (string?)forwarded["status"]);
    }

    [Fact]
    public async Task Function_ThatWaits_RepliesWhenItIsDone()
    {
        var started = Stopwatch.GetTimestamp();

        Assert.Equal(["It took 120 ms."], await service.TextAsync("/slow", "120"));

        Assert.True(Stopwatch.GetElapsedTime(started) >= TimeSpan.FromMilliseconds(115));
    }
}
