using System.Collections.Concurrent;
using System.Globalization;
using System.Net;

namespace Ahoy.TestSupport.Telemetry;

/// <summary>A collector: takes traces, metrics and logs by OTLP over HTTP, and keeps them.</summary>
public sealed class OtlpReceiver : IDisposable
{
    private readonly HttpListener _listener;
    private readonly ReceivedTelemetry _received = new();
    private readonly ConcurrentQueue<string> _requests = new();

    /// <summary>Begins to listen at a free port.</summary>
    public OtlpReceiver()
    {
        (_listener, Url) = Open();
        _ = ReceiveAsync();
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Url { get; }

    /// <summary>The spans that came.</summary>
    public IReadOnlyCollection<ReceivedSpan> Spans => _received.Spans;

    /// <summary>The log lines that came.</summary>
    public IReadOnlyCollection<ReceivedLine> Lines => _received.Lines;

    /// <summary>The metrics that came, with their units.</summary>
    public IReadOnlyDictionary<string, string> Metrics => _received.Metrics;

    /// <summary>The path of each request that came, with what its header <c>x-team</c> says.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <inheritdoc/>
    public void Dispose() => _listener.Close();

    private static (HttpListener Listener, string Url) Open()
    {
        for (var attempt = 0; ; attempt++)
        {
            var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Random.Shared.Next(20_000, 32_000)}");
            var listener = new HttpListener();
            listener.Prefixes.Add(url + "/");
            try
            {
                listener.Start();
                return (listener, url);
            }
            catch (HttpListenerException) when (attempt < 50)
            {
                listener.Close();
            }
        }
    }

    private async Task ReceiveAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync().ConfigureAwait(false);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body).ConfigureAwait(false);
            var path = context.Request.Url!.AbsolutePath;
            _requests.Enqueue($"{path} {context.Request.Headers["x-team"]}".TrimEnd());
            _received.Keep(path[(path.LastIndexOf('/') + 1)..], body.ToArray());
            context.Response.ContentType = "application/x-protobuf";
            context.Response.Close();
        }
    }
}
