using System.Diagnostics;
using System.Globalization;
using Ahoy.Host.Gateway;
using Ahoy.Simulator.Webhooks;

namespace Ahoy.Host.Offline.Webhooks;

/// <summary>Takes requests to this host's own gateway, in the process. They go the way of all others, and their signature is checked like theirs.</summary>
internal sealed class GatewayWebhooks(WebhookCauses causes, TimeProvider time)
{
    private GatewayApplication? _gateway;

    /// <summary>Tells it which gateway.</summary>
    public void Connect(GatewayApplication gateway) => _gateway = gateway;

    /// <summary>Sends a request; what goes wrong is in the response.</summary>
    public async ValueTask<WebhookResponse> SendAsync(WebhookRequest request, Uri url, CancellationToken cancellationToken)
    {
        if (_gateway is null)
        {
            return WebhookResponse.Failed(WebhookFailure.ConnectionRefused);
        }

        var started = Stopwatch.GetTimestamp();
        using var late = new CancellationTokenSource(request.Timeout, time);
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var token = request.Cause is { } cause ? causes.Keep(cause) : null;
        try
        {
            var sent = Create(request, url, token, stopped.Token);
            await sent.RunAsync(_gateway).WaitAsync(stopped.Token).ConfigureAwait(false);
            return new WebhookResponse
            {
                Status = sent.Status,
                Headers = [.. sent.ResponseHeaders.SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value ?? "")))],
                Body = sent.Body,
                Elapsed = Stopwatch.GetElapsedTime(started),
            };
        }
        catch (OperationCanceledException)
        {
            return WebhookResponse.Failed(WebhookFailure.TimedOut);
        }
        finally
        {
            if (token is not null)
            {
                causes.Forget(token);
            }
        }
    }

    private static InProcessRequest Create(WebhookRequest request, Uri url, string? causeToken, CancellationToken aborted)
    {
        byte[] body = request.Method == "GET" ? [] : FormBody.Write(request.Form);
        var sent = new InProcessRequest(request.Method, request.Url, TargetOf(request.Url), body, aborted);
        sent.Headers.Host = url.Authority;
        sent.Headers.Accept = "*/*";
        if (request.Method != "GET")
        {
            sent.Headers.ContentType = FormBody.ContentType;
            sent.Headers.ContentLength = body.Length;
        }

        foreach (var (name, value) in request.Headers)
        {
            sent.Headers.Append(name, value);
        }

        if (request.Trace is { } trace)
        {
            sent.Headers.TraceParent = trace;
        }

        if (causeToken is not null)
        {
            sent.Headers[InternalHeaders.Cause] = causeToken;
        }

        return sent;
    }

    // As written: what is signed is not changed on the way.
    private static string TargetOf(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var path = url.AsSpan(start).IndexOfAny('/', '?');
        return path < 0 ? "/" : url[start + path] == '?' ? string.Create(CultureInfo.InvariantCulture, $"/{url.AsSpan(start + path)}") : url[(start + path)..];
    }
}
