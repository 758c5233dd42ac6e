using Ahoy.Simulator.Webhooks;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Offline;

public sealed class TextCommandTests
{
    [Fact]
    public async Task Text_MessageWithReplies_PrintsTheirTexts()
    {
        await using var world = await OfflineWorld.StartAsync();
        world.On("/sms", r => Task.FromResult(OfflineWorld.Answer(
            $"<Response><Message>You said: {Field(r, "Body")}</Message><Message to=\"+15551230009\">{Field(r, "From")} wrote.</Message></Response>")));

        var (exit, output, error) = await world.RunAsync("text", "/sms", "Hello there", "--from", "+15551230002");

        Assert.Equal((0, ""), (exit, error));
        Assert.Equal("You said: Hello there\n(to +15551230009) +15551230002 wrote.\n", output);
    }

    [Fact]
    public async Task Text_FunctionThatThrows_SaysCodeFunctionAndLine()
    {
        await using var world = await OfflineWorld.StartAsync();
        var file = Path.Combine(Environment.CurrentDirectory, "functions", "sms.js");
        world.OnThrow("/sms", "TypeError: order is undefined\n    at total (/home/ada/node_modules/cart/index.js:3:1)\n    at exports.handler (" + file + ":12:5)");

        var (exit, output, error) = await world.RunAsync("text", "/sms", "Hi");

        Assert.Equal((1, ""), (exit, output));
        Assert.Contains("Error 11200 in /sms: HTTP retrieval failure", error, StringComparison.Ordinal);
        Assert.Contains($"  TypeError: order is undefined ({Path.Combine("functions", "sms.js")}, line 12)\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_WarningThatComesAgainAndAgain_IsToldOnce()
    {
        await using var world = await OfflineWorld.StartAsync();
        world.OnTwiml("/sms", "<Say>Hi</Say><Redirect>/sms</Redirect>");

        var (exit, _, error) = await world.RunAsync("text", "/sms", "Hi");

        Assert.Equal(1, exit);
        Assert.Equal(
            """
            Warning 12200 in /sms: Schema validation warning: Element 'Say' is not allowed to appear in element 'Response' (line 1). (50 times)
            Error 14106 in /sms: Document retrieval limit reached: the message has asked for 50 documents.

            """, error, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task Text_ErrorOfAnEarlierMessage_IsNotToldAgain()
    {
        await using var world = await OfflineWorld.StartAsync();
        world.OnThrow("/sms", "Error: once");
        Assert.Equal(1, (await world.RunAsync("text", "/sms", "Hi")).Exit);
        world.OnTwiml("/sms", "<Message>Better now.</Message>");

        Assert.Equal((0, "Better now.\n", ""), await world.RunAsync("text", "/sms", "Hi"));
    }

    [Fact]
    public async Task Text_Media_IsServedWhileTheMessageIsAnswered()
    {
        await using var world = await OfflineWorld.StartAsync();
        using var folder = new TempFolder();
        var file = folder.Write("a cat & co.png", "meow");
        var url = "";
        world.On("/sms", async r =>
        {
            using var http = new HttpClient();
            url = Field(r, "MediaUrl0")!;
            using var response = await http.GetAsync(url);
            var other = await http.GetAsync(new Uri(new Uri(url), "/etc/passwd"));
            return OfflineWorld.Answer(
                $"<Response><Message>{Field(r, "NumMedia")} {Field(r, "MediaContentType0")} {response.Content.Headers.ContentType} {await response.Content.ReadAsStringAsync()} {(int)other.StatusCode}</Message></Response>");
        });

        var (exit, output, _) = await world.RunAsync("text", "/sms", "Look", "--media", file);

        Assert.Equal((0, "1 image/png image/png meow 404\n"), (exit, output));
        using var late = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => late.GetAsync(url, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Text_ReplyToSomebodyWhoHasStopped_IsAWarningAndNoFailure()
    {
        await using var world = await OfflineWorld.StartAsync();
        world.OnTwiml("/sms", "<Message>Buy now!</Message>");
        await world.RunAsync("text", "/sms", "STOP");

        var (exit, output, error) = await world.RunAsync("text", "/sms", "Hi");

        Assert.Equal((0, ""), (exit, output));
        Assert.StartsWith("Warning 21610 in /sms: ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "No reply.", "/quiet")]
    [InlineData(1, "/missing is neither a number of the account nor the path of a Function.", "/missing")]
    [InlineData(0, "Nothing answers messages to +15005550006", "+15005550006")]
    [InlineData(1, "--media no-such-file", "/quiet", "--media", "no-such-file")]
    [InlineData(1, "is no number", "/quiet", "--from", "nobody")]
    public async Task Text_WithoutAReply_SaysWhy(int code, string message, string to, params string[] more)
    {
        await using var world = await OfflineWorld.StartAsync();
        world.OnTwiml("/quiet", "");

        var (exit, output, error) = await world.RunAsync(["text", to, "Hi", .. more]);

        Assert.Equal((code, ""), (exit, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("call")]
    public async Task Command_WhereNothingAnswers_SaysWhatToType(string command)
    {
        var (exit, _, error) = await OfflineWorld.RunAtAsync("http://127.0.0.1:1", command, "/sms");

        Assert.Equal(2, exit);
        Assert.StartsWith("Nothing answers at http://127.0.0.1:1. Start your service with `ahoy start --offline`", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_WhereSomethingElseAnswers_SaysSo()
    {
        await using var world = await OfflineWorld.StartAsync();

        // A path that the world does not know stands for a web server of another kind.
        var (exit, _, error) = await OfflineWorld.RunAtAsync(world.Url + "/shop", "text", "/sms");

        Assert.Equal(2, exit);
        Assert.Contains("is no offline Twilio", error, StringComparison.Ordinal);
    }

    private static string? Field(WebhookRequest request, string name) => request.Form.FirstOrDefault(f => f.Key == name).Value;
}
