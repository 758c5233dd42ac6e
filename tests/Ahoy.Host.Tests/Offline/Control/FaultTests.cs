using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;

namespace Ahoy.Host.Tests.Offline.Control;

/// <summary><c>PUT /_ahoy/faults</c>, as a Function sees them and as its own webhooks do.</summary>
public sealed class FaultTests(ControlService service) : IClassFixture<ControlService>, IAsyncLifetime
{
    private const string Messages = "/2010-04-01/*/Messages.json";

    public async ValueTask InitializeAsync() => await service.AskAsync(HttpMethod.Post, "reset");

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task Status_WithACode_IsTwiliosErrorToAFunction()
    {
        await SetAsync(new { match = new { host = "*.twilio.com", method = "POST", path = Messages }, status = 429, code = 20429 });

        var answer = await SendAsync();

        Assert.Equal((429, 20429), ((int)answer["status"]!, (int)answer["code"]!));
        Assert.Empty(await service.ListAsync("messages"));
        Assert.Equal(429, (int)Assert.Single(await service.ListAsync("requests"))["status"]!);
    }

    [Fact]
    public async Task Times_AreCountedDown_AndTheRequestAfterThemGoesThrough()
    {
        await SetAsync(new { match = new { path = Messages }, times = 2, status = 503 });

        Assert.Equal(503, (int)(await SendAsync())["status"]!);
        Assert.Equal(1, (int)Assert.Single(await service.ListAsync("faults"))["times"]!);
        Assert.Equal(503, (int)(await SendAsync())["status"]!);
        Assert.StartsWith("SM", (string?)(await SendAsync())["sid"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task First_ThatMatches_Counts()
    {
        await SetAsync(
            new { match = new { path = "/2010-04-01/*/Calls.json" }, status = 500 },
            new { match = new { method = "GET" }, status = 501 },
            new { match = new { host = "api.twilio.com" }, status = 502 },
            new { match = new { path = Messages }, status = 504 });

        Assert.Equal(502, (int)(await SendAsync())["status"]!);
    }

    [Fact]
    public async Task Delay_WithoutAStatus_IsFollowedByTheAnswer()
    {
        await SetAsync(new { match = new { host = "api.twilio.com" }, delay = "PT0.3S" });

        var answer = await SendAsync();

        Assert.StartsWith("SM", (string?)answer["sid"], StringComparison.Ordinal);
        Assert.True((int)answer["milliseconds"]! >= 295, answer.ToJsonString());
    }

    [Fact]
    public async Task Drop_IsAConnectionThatBreaksToAFunction()
    {
        await SetAsync(new { match = new { host = "api.twilio.com" }, drop = true });

        var answer = await SendAsync();

        Assert.Equal("ECONNRESET", (string?)answer["code"]);
        Assert.Empty(await service.ListAsync("messages"));
    }

    [Fact]
    public async Task Webhook_OfAFunction_FailsToo()
    {
        await SetAsync(new { match = new { path = "/sms" }, times = 1, status = 500 }, new { match = new { path = "/sms" }, times = 1, drop = true });

        var failed = await service.AskAsync(HttpMethod.Post, "messages", new { to = "/sms", body = "a" });
        var dropped = await service.AskAsync(HttpMethod.Post, "messages", new { to = "/sms", body = "b" });
        var fine = await service.AskAsync(HttpMethod.Post, "messages", new { to = "/sms", body = "c" });

        Assert.Equal((500, 11200), ((int?)failed["webhook"]!["status"], (int?)failed["webhook"]!["errorCode"]));
        Assert.NotNull(dropped["webhook"]!["errorCode"]);
        Assert.Null(fine["webhook"]!["errorCode"]);
        Assert.Equal(2, (await service.ListAsync("alerts")).Count(a => (string?)a["function"] == "/sms"));
    }

    [Fact]
    public async Task Webhook_ThatIsTooLate_DoesNotKeepTheTestWaitingForItsDelay()
    {
        // More than a webhook may take: the simulator gives up after 15 s, so the test moves on with a shorter one.
        await SetAsync(new { match = new { path = "/sms" }, delay = "PT0.2S" });
        var started = Stopwatch.GetTimestamp();

        var result = await service.AskAsync(HttpMethod.Post, "messages", new { to = "/sms", body = "late" });

        Assert.Equal(200, (int?)result["webhook"]!["status"]);
        Assert.True(Stopwatch.GetElapsedTime(started) >= TimeSpan.FromMilliseconds(195));
    }

    [Fact]
    public async Task Faults_ThatAreRemoved_DoNothing()
    {
        await SetAsync(new { status = 500 });
        await service.AskAsync(HttpMethod.Delete, "faults");

        Assert.Empty(await service.ListAsync("faults"));
        Assert.StartsWith("SM", (string?)(await SendAsync())["sid"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"status":99}]""", "status: 99")]
    [InlineData("""[{"times":-1,"status":500}]""", "times: -1")]
    [InlineData("""[{"delay":"5 seconds"}]""", "PT5S")]
    [InlineData("""[{"match":{"url":"x"},"status":500}]""", "url")]
    [InlineData("""[null]""", "A fault is an object")]
    [InlineData("""{"status":500}""", "The body is not what it has to be")]
    [InlineData("", "The body is not what it has to be")]
    public async Task Fault_ThatIsNone_IsRefusedAndTheOthersStay(string json, string message)
    {
        await SetAsync(new { match = new { path = Messages }, status = 503 });
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{service.Twilio!.Url}/_ahoy/faults") { Content = new StringContent(json) };
        using var response = await service.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(message, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single(await service.ListAsync("faults"));
    }

    private Task SetAsync(params object[] faults) => service.AskAsync(HttpMethod.Put, "faults", faults);

    private async Task<JsonNode> SendAsync() => JsonNode.Parse(await service.GetTextAsync("/send"))!;
}
