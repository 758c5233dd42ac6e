using System.Collections.Concurrent;
using System.Globalization;

namespace Ahoy.Host.Offline.Webhooks;

/// <summary>
/// What stands behind the webhooks that are on their way, by the token that travels with each: to the worker, and back with the requests that the
/// Function makes meanwhile.
/// </summary>
internal sealed class WebhookCauses
{
    private readonly ConcurrentDictionary<string, object> _causes = new(StringComparer.Ordinal);
    private long _last;

    /// <summary>Keeps a cause until <see cref="Forget"/>.</summary>
    public string Keep(object cause)
    {
        var token = Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
        _causes[token] = cause;
        return token;
    }

    /// <summary>The cause of a token, while its webhook is on its way.</summary>
    public object? Find(string token) => _causes.GetValueOrDefault(token);

    /// <summary>The webhook has answered.</summary>
    public void Forget(string token) => _causes.TryRemove(token, out _);
}
