using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Commands;

/// <summary><c>--offline</c> of <c>ahoy start</c>, with a project and with an archive, and of <c>ahoy serve</c>.</summary>
public sealed partial class OfflineOptionTests : IDisposable
{
    private const string Reply =
        "exports.handler = (context, event, callback) => callback(null, new Twilio.twiml.MessagingResponse().message(`${context.DOMAIN_NAME} got ${event.Body}`));";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Offline_OfAProject_AnswersAndSaysWhere()
    {
        _folder.Write("functions/sms.js", Reply);
        await using var host = await HostProcess.StartAsync(_folder.Path, "--offline", "--offline-port", "0");
        var url = OfflineUrl(host);

        Assert.Contains("ahoy text /sms \"Hi\"", host.Output, StringComparison.Ordinal);
        Assert.Equal($"{host.Client.BaseAddress!.Authority} got ahoy", await TextAsync(host, url));
        var file = JsonNode.Parse(await File.ReadAllTextAsync(_folder.Combine("obj/ahoy/host.json"), TestContext.Current.CancellationToken))!;
        Assert.Equal((url, host.Id), ((string?)file["offlineUrl"], (int?)file["pid"]));
    }

    [Theory]
    [InlineData(null, "ahoy call /incoming", "ahoy text")]
    [InlineData("""{ "+15005550006": { "sms": "/choice", "voice": "/incoming" } }""", "ahoy text /choice \"Hi\"\n*ahoy call /incoming", "ahoy text /incoming")]
    public async Task Offline_OfFunctionsForCalls_SuggestsWhatAnswersThem(string? phones, string suggested, string other)
    {
        _folder.Write("functions/incoming.protected.js", Reply);
        _folder.Write("functions/choice.protected.js", Reply);
        if (phones is not null)
        {
            _folder.Write("phones.json", phones);
        }

        await using var host = await HostProcess.StartAsync(_folder.Path, "--offline", "--offline-port", "0");

        Assert.All(suggested.Split("\n*"), command => Assert.Contains(command, host.Output, StringComparison.Ordinal));
        Assert.DoesNotContain(other, host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offline_OfAnArchive_AnswersToo()
    {
        var archive = BuildArchive.Write(_folder.Combine("service.ahoy.zip"), ("/sms", Reply));
        await using var host = await HostProcess.StartBuildAsync(
            archive, new Dictionary<string, string>(), "--offline=strict", "--offline-port", "0");

        Assert.EndsWith(" got ahoy", await TextAsync(host, OfflineUrl(host)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfflinePort_WithoutOfflineAndPage_IsRefused()
    {
        _folder.Write("functions/sms.js", Reply);

        await using var host = await HostProcess.RunAsync("start", _folder.Path, "--port", "0", "--offline-port", "4010", "--no-page");

        Assert.Equal(1, host.ExitCode);
        Assert.Contains("--offline-port needs --offline, or the page.", host.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("99999")]
    [InlineData("abc")]
    public async Task OfflinePort_ThatIsNoPort_IsRefused(string port)
    {
        await using var host = await HostProcess.RunAsync("start", _folder.Path, "--offline", "--offline-port", port);

        Assert.Equal(1, host.ExitCode);
        Assert.StartsWith($"--offline-port {port}: a port is a number from 0 to 65535.", host.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offline_OfServe_HasTheAccountThatIsKept()
    {
        await using var host = await HostProcess.RunUntilAsync(
            ["serve", "--data", _folder.Combine("data"), "--port", "0", "--api-port", "0", "--offline", "--offline-port", "0"],
            output => output.Contains("ahoy: ready ", StringComparison.Ordinal));
        var url = OfflineUrl(host);
        using var client = new HttpClient();

        var account = JsonNode.Parse(await client.GetStringAsync($"{url}/_ahoy/account", TestContext.Current.CancellationToken))!;
        var key = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{account["accountSid"]}:{account["authToken"]}"));
        using var create = new HttpRequestMessage(HttpMethod.Post, $"{url}/serverless.twilio.com/v1/Services")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Basic", key) },
            Content = new FormUrlEncodedContent([new("UniqueName", "ours"), new("FriendlyName", "ours")]),
        };
        using var created = await client.SendAsync(create, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var kept = await File.ReadAllTextAsync(_folder.Combine("data/credentials.json"), TestContext.Current.CancellationToken);
        Assert.Contains((string)account["accountSid"]!, kept, StringComparison.Ordinal);
        Assert.DoesNotContain("made for this run", host.Output, StringComparison.Ordinal);
    }

    private static string OfflineUrl(HostProcess host) => ReadyLine().Match(host.Output).Groups["url"].Value;

    private static async Task<string?> TextAsync(HostProcess host, string offlineUrl)
    {
        using var response = await host.Client.PostAsJsonAsync(
            $"{offlineUrl}/_ahoy/messages", new { to = "/sms", body = "ahoy" }, TestContext.Current.CancellationToken);
        var result = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        return (string?)result["replies"]?[0]?["body"];
    }

    [GeneratedRegex(@"ahoy: ready .* offline=(?<url>\S+) ")]
    private static partial Regex ReadyLine();
}
