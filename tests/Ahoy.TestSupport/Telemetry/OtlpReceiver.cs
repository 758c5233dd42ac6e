using System.Collections.Concurrent;
using System.Globalization;
using System.Net;

namespace Ahoy.TestSupport.Telemetry;

/// <summary>A collector: takes traces, metrics and logs by OTLP over HTTP, and keeps them.</summary>
public sealed class OtlpReceiver : IDisposable
{
    private readonly HttpListener _listener;
    private readonly ConcurrentQueue<ReceivedSpan> _spans = new();
    private readonly ConcurrentQueue<ReceivedLine> _lines = new();
    private readonly ConcurrentDictionary<string, string> _metrics = new(StringComparer.Ordinal);
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
    public IReadOnlyCollection<ReceivedSpan> Spans => _spans;

    /// <summary>The log lines that came.</summary>
    public IReadOnlyCollection<ReceivedLine> Lines => _lines;

    /// <summary>The metrics that came, with their units.</summary>
    public IReadOnlyDictionary<string, string> Metrics => _metrics;

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
            Keep(path, new ProtobufReader(body.ToArray()));
            context.Response.ContentType = "application/x-protobuf";
            context.Response.Close();
        }
    }

    // The numbers are those of opentelemetry-proto.
    private void Keep(string path, ProtobufReader message)
    {
        foreach (var resource in message.Messages(1))
        {
            var service = resource.Messages(1).SelectMany(r => AttributesOf(r, 1)).FirstOrDefault(a => a.Key == "service.name").Value ?? "";
            foreach (var item in resource.Messages(2).SelectMany(scope => scope.Messages(2)))
            {
                if (path.EndsWith("/traces", StringComparison.Ordinal))
                {
                    _spans.Enqueue(new ReceivedSpan(
                        service, item.Hex(1), item.Hex(2), item.Hex(4), item.Text(5), (int)item.Number(6), item.Number(7), item.Number(8),
                        item.Messages(15).Any(s => s.Number(3) == 2), new Dictionary<string, string>(AttributesOf(item, 9))));
                }
                else if (path.EndsWith("/logs", StringComparison.Ordinal))
                {
                    _lines.Enqueue(new ReceivedLine(
                        item.Hex(9), item.Hex(10), (int)item.Number(2), item.Messages(5).Select(ValueOf).FirstOrDefault() ?? "", new Dictionary<string, string>(AttributesOf(item, 6))));
                }
                else
                {
                    _metrics[item.Text(1)] = item.Text(3);
                }
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> AttributesOf(ProtobufReader message, int number) =>
        message.Messages(number).Select(a => KeyValuePair.Create(a.Text(1), a.Messages(2).Select(ValueOf).FirstOrDefault() ?? "")).DistinctBy(a => a.Key);

    private static string ValueOf(ProtobufReader value) => value.Has(1) ? value.Text(1)
        : value.Has(2) ? (value.Number(2) == 1 ? "true" : "false")
        : value.Has(3) ? ((long)value.Number(3)).ToString(CultureInfo.InvariantCulture)
        : BitConverter.UInt64BitsToDouble(value.Number(4)).ToString(CultureInfo.InvariantCulture);
}
