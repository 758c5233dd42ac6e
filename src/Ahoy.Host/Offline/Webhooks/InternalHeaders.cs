namespace Ahoy.Host.Offline.Webhooks;

/// <summary>
/// The headers that only the host and its workers know: who asks, and because of what. The worker takes the first out of an invocation before the
/// Function sees it; its side is <c>node/offline.js</c>.
/// </summary>
internal static class InternalHeaders
{
    /// <summary>On the way to a worker and back: a token of <see cref="WebhookCauses"/>.</summary>
    public const string Cause = "x-ahoy-cause";

    /// <summary>From a worker, percent-encoded: the Function that asks.</summary>
    public const string Function = "x-ahoy-function";

    /// <summary>From a worker, percent-encoded: the file and line that ask, as far as they can be told.</summary>
    public const string Line = "x-ahoy-line";
}
