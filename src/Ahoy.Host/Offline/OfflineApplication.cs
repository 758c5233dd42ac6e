using Ahoy.Host.Offline.Control;
using Ahoy.Host.Telemetry;
using Ahoy.Simulator.Rest;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Ahoy.Host.Offline;

/// <summary>What the server of <c>/_ahoy/</c> runs for each request: the REST API where Twilio is offline, what is below <c>/_ahoy/</c>, or a file of the page.</summary>
internal sealed class OfflineApplication(RestEndpoint? rest, ControlRoutes control, Action<Exception> failed) : IHttpApplication<HttpContext>
{
    /// <summary>Whether the page has a file at a path.</summary>
    public Func<string, bool> HasFile { get; set; } = static _ => false;

    /// <summary>Answers with that file.</summary>
    public Func<HttpContext, string, Task> AnswerFile { get; set; } = static (_, _) => Task.CompletedTask;

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public async Task ProcessRequestAsync(HttpContext context)
    {
        try
        {
            await AnswerAsync(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone.
        }
#pragma warning disable CA1031 // Whatever is wrong here is one request's problem.
        catch (Exception e) when (e is not BadHttpRequestException)
#pragma warning restore CA1031
        {
            failed(e);
            if (context.Response.HasStarted)
            {
                context.Abort();
            }
            else
            {
                context.Response.Clear();
                await ErrorAsync(context, StatusCodes.Status500InternalServerError, "The simulator failed to answer this request; the host's log says why.").ConfigureAwait(false);
            }
        }
    }

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    private Task AnswerAsync(HttpContext http)
    {
        var (path, query) = Target(http);
        var host = http.Request.Host;
        if (rest is not null && RestApi.IsFor(host.Host, "/"))
        {
            return TraceAsync(http, TwilioTemplate.Of(host.Host, path), () => rest.AnswerAsync(http, path, query));
        }

        if (!RequestGuard.IsLoopback(host))
        {
            return ErrorAsync(http, StatusCodes.Status421MisdirectedRequest, $"The offline Twilio does not answer for the host name '{host.Host}', but for twilio.com and this machine.");
        }

        // Nothing is in the page itself: a link to it may be opened from anywhere.
        if (HasFile(path) && (RequestGuard.IsNavigation(http.Request) || !RequestGuard.IsCrossOrigin(http.Request)))
        {
            return AnswerFile(http, path);
        }

        if (RequestGuard.IsCrossOrigin(http.Request))
        {
            return ErrorAsync(http, StatusCodes.Status403Forbidden, "The offline Twilio does not answer to web pages of other addresses.");
        }

        if (path.StartsWith(ControlRoutes.Prefix, StringComparison.Ordinal))
        {
            var what = path[ControlRoutes.Prefix.Length..];
            return HttpMethods.IsGet(http.Request.Method)
                ? control.AnswerAsync(http, what, query)
                : TraceAsync(http, ControlRoutes.Prefix + what.Split('/')[0], () => control.AnswerAsync(http, what, query));
        }

        if (rest is null)
        {
            return ErrorAsync(http, StatusCodes.Status404NotFound, $"There is nothing at {path}. The page is at http://{host.Value}/.");
        }

        return RestApi.IsFor(host.Host, path)
            ? TraceAsync(http, TwilioTemplate.Of(path.Split('/')[1], path[path.IndexOf('/', 1)..]), () => rest.AnswerAsync(http, path, query))
            : ErrorAsync(http, StatusCodes.Status404NotFound, $"This is the offline Twilio. Its API is at http://{host.Value}/api.twilio.com/2010-04-01/…, and what tests use at http://{host.Value}{ControlRoutes.Prefix}….");
    }

    // What comes of a request later, a message that reaches a Function for instance, is in the same trace.
    private static async Task TraceAsync(HttpContext http, string? route, Func<Task> answer)
    {
        var activity = RequestTrace.Begin(http.Request);
        await answer().ConfigureAwait(false);
        if (activity is not null)
        {
            RequestTrace.End(activity, http, route);
        }
    }

    // As sent: the API's paths are compared with their escapes.
    private static (string Path, string Query) Target(HttpContext http)
    {
        var target = Gateway.RequestTarget.WithoutAuthority(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? (target, "") : (target[..mark], target[(mark + 1)..]);
    }

    private static Task ErrorAsync(HttpContext http, int status, string message) => new ControlRequest(http, "", "").WriteErrorAsync(status, message);
}
