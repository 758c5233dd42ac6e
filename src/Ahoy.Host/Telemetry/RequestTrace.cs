using System.Diagnostics;
using Ahoy.Host.Logs;

namespace Ahoy.Host.Telemetry;

/// <summary>The spans of a request, named as OpenTelemetry's conventions for HTTP and for functions say. No value of a parameter is in them.</summary>
internal static class RequestTrace
{
    /// <summary>On the way to a worker: the span of the invocation, as a <c>traceparent</c>. The worker's side is <c>node/tracing.js</c>.</summary>
    public const string Header = "x-ahoy-trace";

    /// <summary>Begins the gateway's span, which goes on the trace of whoever sent the request; null where nobody listens.</summary>
    public static Activity? Begin(HttpRequest request)
    {
        if (!HostTelemetry.Source.HasListeners())
        {
            return null;
        }

        ActivityContext.TryParse(request.Headers.TraceParent, request.Headers.TraceState, isRemote: true, out var parent);
        var method = MethodOf(request);
        var activity = HostTelemetry.Source.StartActivity(method == "_OTHER" ? "HTTP" : method, ActivityKind.Server, parent);
        if (activity is not { IsAllDataRequested: true })
        {
            return activity;
        }

        activity.SetTag("http.request.method", method).SetTag("url.scheme", request.Scheme).SetTag("server.address", request.Host.Host);
        if (request.Host.Port is { } port)
        {
            activity.SetTag("server.port", port);
        }

        return activity;
    }

    /// <summary>Ends the gateway's span.</summary>
    /// <param name="activity">The span.</param>
    /// <param name="http">The request with its answer.</param>
    /// <param name="route">The path of the Function or Asset; null where there is none.</param>
    public static void End(Activity activity, HttpContext http, string? route)
    {
        var status = http.Response.StatusCode;
        if (activity.IsAllDataRequested)
        {
            activity.SetTag("http.response.status_code", status);
            if (route is not null)
            {
                activity.DisplayName = $"{activity.DisplayName} {route}";
                activity.SetTag("http.route", route).SetTag("url.path", route);
            }

            MarkFailure(activity, status);
        }

        activity.Dispose();
    }

    /// <summary>Begins the span of an invocation, below the gateway's.</summary>
    public static Activity? BeginInvocation(string path, RequestSid sid)
    {
        var activity = HostTelemetry.Source.StartActivity(path);
        return activity is { IsAllDataRequested: true }
            ? activity.SetTag("faas.name", path).SetTag("faas.trigger", "http").SetTag("faas.invocation_id", sid.Value)
            : activity;
    }

    /// <summary>Ends the span of an invocation: from when the gateway gave it away until it had the answer.</summary>
    /// <param name="activity">The span.</param>
    /// <param name="runTime">How long the Function ran; zero where it has no answer.</param>
    /// <param name="waited">What it took beside that, in milliseconds.</param>
    /// <param name="status">The status of the answer.</param>
    public static void EndInvocation(Activity activity, TimeSpan runTime, double waited, int status)
    {
        if (activity.IsAllDataRequested)
        {
            activity.SetTag("ahoy.run_time_ms", runTime.TotalMilliseconds).SetTag("ahoy.queue_time_ms", waited);
            MarkFailure(activity, status);
        }

        activity.Dispose();
    }

    /// <summary>Measures a request.</summary>
    public static void Measure(HttpContext http, string? route, TimeSpan duration)
    {
        var tags = new TagList
        {
            { "http.request.method", MethodOf(http.Request) },
            { "http.response.status_code", http.Response.StatusCode },
        };
        if (route is not null)
        {
            tags.Add("http.route", route);
        }

        HostTelemetry.Requests.Record(duration.TotalSeconds, tags);
    }

    private static void MarkFailure(Activity activity, int status)
    {
        if (status >= StatusCodes.Status500InternalServerError)
        {
            activity.SetTag("error.type", status.ToString(System.Globalization.CultureInfo.InvariantCulture)).SetStatus(ActivityStatusCode.Error);
        }
    }

    // Any other word can be a verb, and there must not be as many names as words.
    private static string MethodOf(HttpRequest request) => request.Method is "GET" or "POST" or "PUT" or "DELETE" or "HEAD" or "OPTIONS" or "PATCH" ? request.Method : "_OTHER";
}
