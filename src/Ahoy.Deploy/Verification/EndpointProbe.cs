using System.Net;
using Ahoy.Model;

namespace Ahoy.Deploy.Verification;

/// <summary>Asks a deployed resource whether it answers.</summary>
internal sealed class EndpointProbe(HttpMessageHandler handler, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(1);

    private readonly HttpClient _http = new(handler) { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>How long a new domain name may take to be known to the world.</summary>
    public static TimeSpan NewDomainPatience { get; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a host may take to answer that serves a Build from the moment it is activated.</summary>
    public static TimeSpan HostPatience { get; } = TimeSpan.FromSeconds(5);

    /// <param name="endpoint">The resource.</param>
    /// <param name="patience">How long to go on asking.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="EndpointSilentException">It does not.</exception>
    public async Task WaitUntilItAnswersAsync(DeployedEndpoint endpoint, TimeSpan patience, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var pause = s_firstPause;
        while (true)
        {
            var problem = await AskAsync(endpoint, cancellationToken);
            if (problem is null)
            {
                return;
            }

            if (time.GetElapsedTime(started) > patience)
            {
                throw new EndpointSilentException(endpoint, problem);
            }

            await Task.Delay(pause, time, cancellationToken);
            pause = pause * 1.5 > s_longestPause ? s_longestPause : pause * 1.5;
        }
    }

    public void Dispose() => _http.Dispose();

    // Null where it answers.
    private async Task<string?> AskAsync(DeployedEndpoint endpoint, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(
            endpoint.Kind == ResourceKind.Function ? HttpMethod.Options : HttpMethod.Head, endpoint.Url);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.StatusCode < HttpStatusCode.BadRequest ? null : $"it answers {(int)response.StatusCode}";
        }
        catch (HttpRequestException e)
        {
            return e.Message;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "it does not answer in time";
        }
    }
}
