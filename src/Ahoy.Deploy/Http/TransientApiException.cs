using System.Net;

namespace Ahoy.Deploy.Http;

/// <summary>A request that may succeed when it is tried again.</summary>
internal sealed class TransientApiException(
    string request, HttpStatusCode? status, int? code, string message, string? requestSid, TimeSpan? retryAfter, bool mayHaveHappened, Exception? inner)
    : ServerlessApiException(request, status, code, message, requestSid, inner)
{
    /// <summary>How long the platform asks to wait, or null.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>Whether the platform may have done what was asked before the answer got lost.</summary>
    public bool MayHaveHappened { get; } = mayHaveHappened;
}
