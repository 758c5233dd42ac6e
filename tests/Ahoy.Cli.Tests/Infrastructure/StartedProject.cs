using System.Text.RegularExpressions;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Infrastructure;

/// <summary>A running <c>ahoy start</c>.</summary>
internal sealed partial class StartedProject : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly RunningProcess _process;
    private readonly HttpClient _http = new();

    private StartedProject(RunningProcess process, Uri url, string? offline)
    {
        _process = process;
        Url = url;
        OfflineUrl = offline;
    }

    /// <summary>Where it serves.</summary>
    public Uri Url { get; }

    /// <summary>Where Twilio is, offline.</summary>
    public string? OfflineUrl { get; }

    /// <summary>What it has written.</summary>
    public string Output => _process.Output;

    public static async Task<StartedProject> StartAsync(string folder, params string[] arguments)
    {
        var process = RunningProcess.Start(Dotnet.Program, ["exec", DeployHost.Program, "start", "--port", "0", .. arguments], folder);
        try
        {
            var ready = Ready().Match(await process.WaitForLineAsync("ahoy: ready ", s_patience));
            return new StartedProject(process, new Uri(ready.Groups[1].Value), ready.Groups[2].Success ? ready.Groups[2].Value : null);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public Task<string> WaitForLineAsync(string text) => _process.WaitForLineAsync(text, s_patience);

    /// <summary>Sends a request, and gives the status and the body.</summary>
    /// <param name="path">The path with its query.</param>
    /// <param name="fields">The form; null for a GET.</param>
    /// <param name="token">The Auth Token to sign with, or null.</param>
    /// <param name="signedUrl">The URL that is signed where it is not the host's own.</param>
    /// <param name="authorization">The header, or null.</param>
    public async Task<(int Status, string Body)> SendAsync(
        string path, IReadOnlyDictionary<string, string>? fields = null, string? token = null, string? signedUrl = null, string? authorization = null)
    {
        var url = new Uri(Url, path);
        using var request = new HttpRequestMessage(fields is null ? HttpMethod.Get : HttpMethod.Post, url) { Content = fields is null ? null : new FormUrlEncodedContent(fields) };
        if (token is not null)
        {
            request.Headers.Add("X-Twilio-Signature", Ahoy.Model.Signatures.RequestSignature.Compute(token, signedUrl ?? url.AbsoluteUri, [.. fields ?? new Dictionary<string, string>()]));
        }

        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _process.DisposeAsync();
    }

    [GeneratedRegex(@"url=(\S+)(?: offline=(\S+))? pid=")]
    private static partial Regex Ready();
}
