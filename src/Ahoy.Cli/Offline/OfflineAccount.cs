using System.Net.Http.Json;
using System.Text.Json;

namespace Ahoy.Cli.Offline;

/// <summary>The account of a host that runs with <c>--offline</c>: its token is what protected Functions there are signed with.</summary>
internal static class OfflineAccount
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    /// <summary>The token of the host that serves a URL; null where that is not the folder's host, or has no offline Twilio.</summary>
    /// <param name="folder">The folder that may be a project's.</param>
    /// <param name="url">The URL that is to be signed.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<string?> FindTokenAsync(string folder, string url, CancellationToken cancellation)
    {
        if (FolderHost.Find(folder) is not { Url: { Length: > 0 } served, OfflineUrl: { Length: > 0 } offline }
            || !url.StartsWith(served + "/", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        using var http = new HttpClient { Timeout = s_patience };
        try
        {
            var answer = await http.GetFromJsonAsync(new Uri($"{offline}/_ahoy/account"), OfflineJson.Default.AccountAnswer, cancellation).ConfigureAwait(false);
            return answer?.AuthToken is { Length: > 0 } token ? token : null;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }
}
