using Ahoy.Host.Environments;

namespace Ahoy.Host.Logs;

/// <summary>A request that has been answered.</summary>
/// <param name="Time">When it was answered.</param>
/// <param name="Served">The served Environment that it was for.</param>
/// <param name="Sid">Its SID.</param>
/// <param name="Method">The verb.</param>
/// <param name="Target">The path with its query, as sent.</param>
/// <param name="Status">The status of the response.</param>
/// <param name="Duration">From the end of the request's headers to the response.</param>
/// <param name="ErrorCode">The code of the platform's error dictionary, or 0.</param>
internal readonly record struct RequestEntry(
    DateTimeOffset Time,
    ServedEnvironment Served,
    RequestSid Sid,
    string Method,
    string Target,
    int Status,
    TimeSpan Duration,
    int ErrorCode);
