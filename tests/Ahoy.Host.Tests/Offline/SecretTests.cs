using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Offline;

/// <summary>The account's credentials stand in nothing that the host logs, prints or says of an error, whatever a Function does with them.</summary>
public sealed partial class SecretTests(SecretTests.Service service) : IClassFixture<SecretTests.Service>
{
    [Theory]
    [InlineData("unhandled", 500)]
    [InlineData("header", 500)]
    [InlineData("printed", 200)]
    [InlineData("values", 200)]
    [InlineData("thrown", 500)]
    [InlineData("called", 500)]
    [InlineData("later", 200)]
    [InlineData("key", 500)]
    [InlineData("message", 200)]
    public async Task Credentials_ThatAFunctionShows_StandInNoLogAndNoError(string way, int status)
    {
        var before = service.Log.Outputs.Count;
        using var response = await service.Client.GetAsync($"/leak?way={way}");
        var answer = await response.Content.ReadAsStringAsync();

        Assert.True((int)response.StatusCode == status, answer);
        if (way != "message")
        {
            await Eventually.HoldsAsync(() => service.Log.Outputs.Skip(before).Any(line => line.Message.Contains("***", StringComparison.Ordinal)) || way is "header" or "unhandled");
        }

        // The line of the request is the last one; what was printed is there then.
        await service.Log.WaitForRequestAsync(request => request.Target.EndsWith($"way={way}", StringComparison.Ordinal));
        AssertClean(answer);
        Assert.All(service.Log.Outputs, line => AssertClean(line.Message));
        foreach (var list in new[] { "logs", "alerts", "requests", "events" })
        {
            AssertClean(list == "events" ? await EventsAsync() : (await service.AskAsync(HttpMethod.Get, list)).ToJsonString());
        }
    }

    [Fact]
    public async Task ErrorPage_OfAnErrorThatNamesTheToken_DoesNotShowIt()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/leak?way=thrown") { Headers = { Accept = { MediaTypeWithQualityHeaderValue.Parse("text/html") } } };
        using var response = await service.Client.SendAsync(request);
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal((HttpStatusCode.InternalServerError, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains("refused: ***", page, StringComparison.Ordinal);
        AssertClean(page);
    }

    [Fact]
    public async Task Target_ThatNamesTheToken_IsLoggedWithoutIt()
    {
        using var response = await service.Client.GetAsync($"/plain?token={service.Token}&way=plain");

        var line = await service.Log.WaitForRequestAsync(request => request.Target.EndsWith("way=plain", StringComparison.Ordinal));
        Assert.Equal("/plain?token=***&way=plain", line.Target);

        // What a Function answers on purpose is its own.
        Assert.Equal(service.Token, await response.Content.ReadAsStringAsync());
    }

    private async Task<string> EventsAsync()
    {
        await using var events = await EventReader.OpenAsync(service, "since=0");
        var text = new StringBuilder();
        var last = (long)(await service.AskAsync(HttpMethod.Get, "logs")).AsArray()[^1]!["sequence"]!;
        while (true)
        {
            var item = await events.NextAsync();
            text.Append(item.Data);
            if (item.Id >= last)
            {
                return text.ToString();
            }
        }
    }

    private void AssertClean(string text)
    {
        Assert.DoesNotContain(service.Token, text, StringComparison.Ordinal);
        Assert.DoesNotContain(service.Basic, text, StringComparison.Ordinal);
        Assert.DoesNotMatch(PlainPair(), text);
        Assert.DoesNotMatch(PlainHeader(), text);
    }

    // A key's SID with its secret.
    [GeneratedRegex("SK[0-9a-f]{32}:[A-Za-z0-9]{8}")]
    private static partial Regex PlainPair();

    [GeneratedRegex("Basic [A-Za-z0-9+/]{8}")]
    private static partial Regex PlainHeader();

    public sealed class Service() : OfflineProject(new Dictionary<string, string>
    {
        ["functions/leak.js"] = OfflineClients.Function("leak"),
        ["functions/plain.js"] = "exports.handler = (context, event, callback) => callback(null, event.token);",
    })
    {
        public string Token => Twilio!.Simulator.World.Account.AuthToken;

        public string Basic => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Twilio!.Simulator.World.Account.Sid}:{Token}"));

        protected override bool HasPackages => true;
    }
}
