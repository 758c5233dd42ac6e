using System.Diagnostics;
using System.Net;
using Ahoy.Simulator.Webhooks;

namespace Ahoy.Host.Offline.Webhooks;

/// <summary>Takes requests to webhooks of any server, by HTTP.</summary>
internal sealed class HttpWebhooks : IDisposable
{
    private readonly HttpClient _client;
    private readonly TimeProvider _time;

    public HttpWebhooks(TimeProvider time)
    {
        _time = time;
        _client = new HttpClient(new SocketsHttpHandler
        {
            // What is on this machine is not asked for by way of another.
            UseProxy = false,
            // The simulator's own business.
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Sends a request; what goes wrong is in the response.</summary>
    public async ValueTask<WebhookResponse> SendAsync(WebhookRequest request, Uri url, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var late = new CancellationTokenSource(request.Timeout, _time);
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            using var message = Create(request, url);
            using var response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, stopped.Token).ConfigureAwait(false);
            var body = await ReadAsync(response.Content, stopped.Token).ConfigureAwait(false);
            return new WebhookResponse
            {
                Status = (int)response.StatusCode,
                Headers =
                [
                    .. response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
                        .SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value))),
                ],
                Body = body,
                Elapsed = Stopwatch.GetElapsedTime(started),
            };
        }
        catch (OperationCanceledException)
        {
            return WebhookResponse.Failed(WebhookFailure.TimedOut);
        }
        catch (HttpRequestException e)
        {
            return WebhookResponse.Failed(Failure(e));
        }
        catch (IOException)
        {
            return WebhookResponse.Failed(WebhookFailure.ConnectionLost);
        }
    }

    public void Dispose() => _client.Dispose();

    private static HttpRequestMessage Create(WebhookRequest request, Uri url)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), url);
        if (request.Method != "GET")
        {
            message.Content = new ByteArrayContent(FormBody.Write(request.Form));
            message.Content.Headers.TryAddWithoutValidation("Content-Type", FormBody.ContentType);
        }

        foreach (var (name, value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (request.Trace is { } trace)
        {
            message.Headers.TryAddWithoutValidation("traceparent", trace);
        }

        message.Headers.TryAddWithoutValidation("Accept", "*/*");
        return message;
    }

    // One byte above what is allowed tells that it is too much.
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var buffer = new byte[WebhookResponse.MaximumBody + 1];
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return buffer.AsMemory(0, length).ToArray();
        }
    }

    private static WebhookFailure Failure(HttpRequestException problem) => problem.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => WebhookFailure.UnknownHost,
        HttpRequestError.ConnectionError => WebhookFailure.ConnectionRefused,
        HttpRequestError.SecureConnectionError => WebhookFailure.Tls,
        HttpRequestError.ResponseEnded => WebhookFailure.ConnectionLost,
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => WebhookFailure.Protocol,
        _ => WebhookFailure.ConnectionLost,
    };
}
