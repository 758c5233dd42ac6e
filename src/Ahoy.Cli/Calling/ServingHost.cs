using System.Globalization;
using Ahoy.Api;
using Ahoy.Api.Credentials;

namespace Ahoy.Cli.Calling;

/// <summary>The <c>ahoy serve</c> of this user that serves at a port: its account's token is what protected resources there are signed with.</summary>
internal static class ServingHost
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    /// <summary>The token of the host whose gateway listens at a port; null where none of this user's does.</summary>
    /// <param name="registry">The hosts of this user.</param>
    /// <param name="port">The gateway's port.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<string?> FindTokenAsync(HostRegistry registry, int port, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = s_patience };
        foreach (var (host, folder) in registry.All())
        {
            if (await GatewayPortAsync(http, host, cancellation).ConfigureAwait(false) == port
                && CredentialsFile.TryRead(Path.Combine(folder, CredentialsFile.Name)) is { } pair)
            {
                return pair.AuthToken;
            }
        }

        return null;
    }

    // Every answer of a host's API names it, also the one to somebody without credentials.
    private static async Task<int?> GatewayPortAsync(HttpClient http, Uri host, CancellationToken cancellation)
    {
        try
        {
            using var response = await http.GetAsync(new Uri(host, "/v1/Services"), cancellation).ConfigureAwait(false);
            return response.Headers.TryGetValues(GatewayHeader.Name, out var values)
                && int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                    ? port
                    : null;
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }
}
