using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Ahoy.LanguageServer.Protocol;

namespace Ahoy.LanguageServer.Projects;

/// <summary>The host that serves a project at the moment: <c>ahoy start</c> and <c>dotnet run</c> say in <c>obj/ahoy/host.json</c> where it is.</summary>
/// <param name="Url">The gateway.</param>
/// <param name="OfflineUrl">The offline Twilio; null where there is none.</param>
/// <param name="PageUrl">The page, which knows the last requests; null where there is none.</param>
internal sealed record RunningHost(string Url, string? OfflineUrl, string? PageUrl)
{
    private static readonly HttpClient s_http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(1) };

    /// <summary>Finds it; null where none runs.</summary>
    public static async Task<RunningHost?> FindAsync(string projectFolder, CancellationToken cancellation)
    {
        var file = Path.Combine(projectFolder, "obj", "ahoy", "host.json");
        try
        {
            if (!File.Exists(file))
            {
                return null;
            }

            using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(file, cancellation).ConfigureAwait(false));
            return json.RootElement.At("url").Text() is { } url && json.RootElement.At("pid").Number() is { } pid && Runs(pid)
                ? new RunningHost(url, json.RootElement.At("offlineUrl").Text(), json.RootElement.At("pageUrl").Text())
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The status and time of a Function's last request; null where the host does not know, or does not say.</summary>
    public async Task<string?> LastResultAsync(string path, CancellationToken cancellation)
    {
        if (PageUrl is null)
        {
            return null;
        }

        try
        {
            using var response = await s_http.GetAsync(new Uri($"{PageUrl}/_ahoy/page/requests"), cancellation).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                return null;
            }

            using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false));
            var last = json.RootElement.At("items").Items().LastOrDefault(item => item.At("path").Text() == path && item.At("isFunction").IsTrue());
            return last.At("status").Number() is { } status
                ? string.Create(CultureInfo.InvariantCulture, $"{status} in {(last.At("milliseconds") is { ValueKind: JsonValueKind.Number } time ? time.GetDouble() : 0):0.0} ms")
                : null;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private static bool Runs(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
