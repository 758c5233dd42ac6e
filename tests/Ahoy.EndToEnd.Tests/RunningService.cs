using System.Globalization;
using System.Text.RegularExpressions;
using Ahoy.TestSupport;

namespace Ahoy.EndToEnd.Tests;

/// <summary>A project that <c>dotnet run</c> serves on a free port.</summary>
internal sealed partial class RunningService : IAsyncDisposable
{
    private static readonly TimeSpan s_startTime = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan s_stopTime = TimeSpan.FromSeconds(30);

    private readonly RunningProcess _process;
    private readonly HttpClient _client;
    private readonly int _hostId;

    private RunningService(RunningProcess process, Uri url, string offlineUrl, int hostId)
    {
        _process = process;
        _hostId = hostId;
        Url = url;
        OfflineUrl = offlineUrl;
        _client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = url };
    }

    /// <summary>Where it answers.</summary>
    public Uri Url { get; }

    /// <summary>Where its offline Twilio is; empty where it has none.</summary>
    public string OfflineUrl { get; }

    /// <summary>What it has written.</summary>
    public string Output => _process.Output;

    /// <summary>Starts a sample, from source.</summary>
    public static Task<RunningService> StartSampleAsync(string name, params string[] options) => StartAsync(Dotnet.Start(
        Repository.Root, ["run", "--project", $"samples/{name}", "-c", SdkPackage.Configuration, "--", "--port", "0", .. options]));

    /// <summary>Waits until a <c>dotnet run</c> is ready.</summary>
    public static async Task<RunningService> StartAsync(RunningProcess process)
    {
        try
        {
            var ready = ReadyLine().Match(await process.WaitForLineAsync("ahoy: ready ", s_startTime));
            return new RunningService(
                process, new Uri(ready.Groups["url"].Value), ready.Groups["offline"].Value, int.Parse(ready.Groups["pid"].Value, CultureInfo.InvariantCulture));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks for a path, sent as it is spelt.</summary>
    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(
        new Uri(Url.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }),
        TestContext.Current.CancellationToken);

    /// <summary>Sends a form as Twilio does, with its signature.</summary>
    public Task<HttpResponseMessage> PostSignedAsync(
        string path, string authToken, IReadOnlyDictionary<string, string> form, string? cookie = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("X-Twilio-Signature", TwilioSignature.Of(authToken, new Uri(Url, path), form));
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return SendAsync(request);
    }

    /// <summary>Sends a request.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _client.SendAsync(request, TestContext.Current.CancellationToken);

    /// <summary>Stops it with Ctrl+C, and gives the exit code of <c>dotnet run</c> and the processes that are left.</summary>
    public async Task<(int ExitCode, IReadOnlyList<int> Left)> StopAsync()
    {
        var family = ProcessFamily.Of(_hostId);
        RunningProcess.Interrupt(_hostId);
        var exitCode = await _process.WaitForExitAsync(s_stopTime);
        return (exitCode, [.. family.Where(ProcessFamily.IsAlive)]);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _process.DisposeAsync();
    }

    [GeneratedRegex(@"url=(?<url>\S+)(?: offline=(?<offline>\S+))? pid=(?<pid>\d+)")]
    private static partial Regex ReadyLine();
}
