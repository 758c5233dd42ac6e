using System.Diagnostics;
using Ahoy.Host.Journal;
using Ahoy.Host.Logs;
using Ahoy.Host.Telemetry;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Abstractions;
using Microsoft.AspNetCore.Http.Features;

namespace Ahoy.Host.Gateway;

/// <summary>
/// What Kestrel runs for each request. It stands where an application of ASP.NET Core has its chain of middleware: a request goes through
/// <see cref="RequestPipeline"/> and nothing else.
/// </summary>
internal sealed class GatewayApplication : IHttpApplication<GatewayRequest>
{
    private readonly RequestPipeline _pipeline;
    private readonly ILogSink _log;
    private readonly TimeProvider _time;
    private readonly RequestJournal? _journal;

    public GatewayApplication(RequestPipeline pipeline, ILogSink log, TimeProvider time, RequestJournal? journal)
    {
        _pipeline = pipeline;
        _log = log;
        _time = time;
        _journal = journal;
    }

    public GatewayRequest CreateContext(IFeatureCollection contextFeatures)
    {
        GatewayRequest request;
        if (contextFeatures is IHostContextContainer<GatewayRequest> connection)
        {
            request = connection.HostContext ??= new GatewayRequest();
        }
        else
        {
            request = new GatewayRequest();
        }

        request.Begin(contextFeatures, Stopwatch.GetTimestamp());
        return request;
    }

    public async Task ProcessRequestAsync(GatewayRequest context)
    {
        var isTold = context.Target != GatewayWarmUp.Target;
        context.Activity = isTold ? RequestTrace.Begin(context.Http.Request) : null;
        try
        {
            await _pipeline.RunAsync(context).ConfigureAwait(false);
            await WriteAsync(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.Http.RequestAborted.IsCancellationRequested)
        {
            // The client has gone.
        }
        catch (Exception e) when (e is not BadHttpRequestException)
        {
            await OnFailedAsync(context, e).ConfigureAwait(false);
        }

        if (context.Served is { } served && isTold)
        {
            var http = context.Http;
            var entry = new RequestEntry(
                _time.GetUtcNow(),
                served,
                context.Sid,
                http.Request.Method,
                context.Target,
                http.Response.StatusCode,
                Stopwatch.GetElapsedTime(context.StartedAt),
                context.ErrorCode);
            _log.Write(entry);
            _journal?.Keep(
                entry, http, context.Body.Bytes, context.Content.Span, context.Route?.Resource.Path, context.Route?.Function is not null, context.Sender);
        }

        if (HostTelemetry.Requests.Enabled && isTold)
        {
            RequestTrace.Measure(context.Http, context.Route?.Resource.Path, Stopwatch.GetElapsedTime(context.StartedAt));
        }

        if (context.Activity is { } activity)
        {
            RequestTrace.End(activity, context.Http, context.Route?.Resource.Path);
        }
    }

    private static ValueTask<System.IO.Pipelines.FlushResult> WriteAsync(GatewayRequest request) =>
        request.Content.IsEmpty || HttpMethods.IsHead(request.Http.Request.Method)
            ? default
            : request.Http.Response.BodyWriter.WriteAsync(request.Content, request.Http.RequestAborted);

    // A mistake of the host's own: the client hears of it as little as it can use, the log all.
    private async ValueTask OnFailedAsync(GatewayRequest request, Exception problem)
    {
        var response = request.Http.Response;
        if (response.HasStarted)
        {
            request.Http.Abort();
        }
        else
        {
            response.Headers.Clear();
            TextResponse.Write(request, StatusCodes.Status500InternalServerError, "The host failed to answer this request; its log says why.");
            await WriteAsync(request).ConfigureAwait(false);
        }

        if (request.Served is { } served)
        {
            _log.Write(new OutputEntry(
                _time.GetUtcNow(), served, request.Sid.Value, request.Route?.Resource.Path, OutputLevel.Error, 0, $"The host failed: {problem}"));
        }
    }

    public void DisposeContext(GatewayRequest context, Exception? exception) => context.End();
}
