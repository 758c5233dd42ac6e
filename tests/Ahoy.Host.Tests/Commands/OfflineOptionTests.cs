using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Commands;

/// <summary><c>ahoy start --offline</c>, of a project and of an archive.</summary>
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

    [Fact]
    public async Task Offline_OfAnArchive_AnswersToo()
    {
        var archive = BuildArchive.Write(_folder.Combine("service.ahoy.zip"), ("/sms", Reply));
        await using var host = await HostProcess.StartBuildAsync(
            archive, new Dictionary<string, string>(), "--offline=strict", "--offline-port", "0");

        Assert.EndsWith(" got ahoy", await TextAsync(host, OfflineUrl(host)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfflinePort_WithoutOffline_IsRefused()
    {
        _folder.Write("functions/sms.js", Reply);

        await using var host = await HostProcess.RunAsync("start", _folder.Path, "--port", "0", "--offline-port", "4010");

        Assert.Equal(1, host.ExitCode);
        Assert.Contains("--offline-port needs --offline.", host.Errors, StringComparison.Ordinal);
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
