using System.Diagnostics;
using System.Globalization;
using Ahoy.Host.Logs;

namespace Ahoy.Host.Telemetry;

/// <summary>The span of a request that a Function made to somebody else, as its worker tells of it once it is over.</summary>
internal static class OutboundTrace
{
    /// <param name="invocation">The span of the invocation.</param>
    /// <param name="span">The number of this span, which the request took along.</param>
    /// <param name="method">The verb.</param>
    /// <param name="url">The URL.</param>
    /// <param name="status">The status of the answer; 0 where there was none.</param>
    /// <param name="start">When it began, in milliseconds since 1970.</param>
    /// <param name="duration">How long it took, in milliseconds.</param>
    /// <param name="error">Why there was no answer.</param>
    public static void Write(ActivityContext invocation, string span, string method, string url, int status, double start, double duration, string? error)
    {
        if (!invocation.TraceFlags.HasFlag(ActivityTraceFlags.Recorded) || !IsSpan(span) || !IsTime(start) || !(duration is >= 0 and < 86_400_000))
        {
            return;
        }

        var began = DateTime.UnixEpoch.AddMilliseconds(start);
        using var activity = HostTelemetry.Source.StartActivity(method, ActivityKind.Client, invocation, startTime: began);
        if (activity is null)
        {
            return;
        }

        SpanIds.Set(activity, ActivitySpanId.CreateFromString(span));
        activity.SetTag("http.request.method", method);
        if (Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            activity.SetTag("server.address", address.Host).SetTag("server.port", address.Port);
            if (TwilioTemplate.Of(address.Host, address.AbsolutePath) is { } template)
            {
                activity.SetTag("url.template", template).DisplayName = $"{method} {template}";
            }
        }

        if (status > 0)
        {
            activity.SetTag("http.response.status_code", status);
        }

        if (error is not null || status >= StatusCodes.Status400BadRequest)
        {
            activity.SetTag("error.type", error ?? status.ToString(CultureInfo.InvariantCulture)).SetStatus(ActivityStatusCode.Error);
        }

        activity.SetEndTime(began.AddMilliseconds(duration));
    }

    private static bool IsSpan(string span) => span.Length == 16 && span.All(char.IsAsciiHexDigitLower) && span.AsSpan().ContainsAnyExcept('0');

    // What a worker says, a Function may have said.
    private static bool IsTime(double start) => start is > 0 and < 253_402_300_000_000;
}
