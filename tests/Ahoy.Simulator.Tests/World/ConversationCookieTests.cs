using System.Globalization;
using Ahoy.Simulator.Tests.Infrastructure;

namespace Ahoy.Simulator.Tests.World;

/// <summary>Page: Manage application state with cookies.</summary>
public sealed class ConversationCookieTests : IDisposable
{
    private readonly TestSimulator _test = new();

    public ConversationCookieTests() => _test.Webhooks.On("/sms", request =>
    {
        var cookie = request.Header("Cookie");
        var count = cookie is null ? 0 : int.Parse(cookie["count=".Length..], CultureInfo.InvariantCulture);
        var message = count > 0 ? $"Your current count is {count}" : "Hello, thanks for the new message!";
        var set = count > 5 ? "count=; Max-Age=0" : $"count={count + 1}; HttpOnly; Secure{Attribute}";
        return ScriptedWebhooks.Answer($"<Response><Message>{(count > 5 ? "You've reached the end of the count!" : message)}</Message></Response>", "text/xml", 200, set);
    });

    private string Attribute { get; set; } = string.Empty;

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task Counter_AsInTheDocumentation_CountsToFiveAndBeginsAgain()
    {
        var replies = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            replies.Add((await _test.TextAsync("Hi")).Replies[0].Body);
        }

        Assert.Equal(
            [
                "Hello, thanks for the new message!", "Your current count is 1", "Your current count is 2", "Your current count is 3", "Your current count is 4",
                "Your current count is 5", "You've reached the end of the count!", "Hello, thanks for the new message!",
            ],
            replies);
    }

    [Fact]
    public async Task Cookies_AreOfOneConversation()
    {
        await _test.TextAsync("Hi", from: "+14155552222");

        Assert.Equal("Hello, thanks for the new message!", (await _test.TextAsync("Hi", from: "+14155553333")).Replies[0].Body);
        var result = await _test.TextAsync("Hi", from: "+14155552222");
        Assert.Equal("Your current count is 1", result.Replies[0].Body);
        Assert.Equal("2", result.Webhook!.Cookies["count"]);
    }

    [Theory]
    [InlineData("", 4 * 3600 - 1, true)]
    [InlineData("", 4 * 3600 + 1, false)]
    [InlineData("; Max-Age=1800", 1799, true)]
    [InlineData("; Max-Age=1800", 1801, false)]
    [InlineData("; Max-Age=86400", 4 * 3600 + 1, false)]
    [InlineData("; Expires=Thu, 01 Jan 2026 00:10:00 GMT", 599, true)]
    [InlineData("; Expires=Thu, 01 Jan 2026 00:10:00 GMT", 601, false)]
    [InlineData("; Max-Age=60; Expires=Thu, 01 Jan 2026 01:00:00 GMT", 61, false)]
    [InlineData("; Path=/other", 1, false)]
    public async Task Cookie_LivesUntilItsExpiryOrFourHours(string attribute, int seconds, bool lives)
    {
        Attribute = attribute;
        await _test.TextAsync("Hi");
        await _test.AdvanceAsync(seconds - 0.5);

        Assert.Equal(lives ? "Your current count is 1" : "Hello, thanks for the new message!", (await _test.TextAsync("Hi")).Replies[0].Body);
    }

    [Fact]
    public async Task Cookie_SetAgain_LivesOn()
    {
        await _test.TextAsync("Hi");
        await _test.AdvanceAsync(3 * 3600);
        await _test.TextAsync("Hi");
        await _test.AdvanceAsync(3 * 3600);

        Assert.Equal("Your current count is 2", (await _test.TextAsync("Hi")).Replies[0].Body);
    }
}
