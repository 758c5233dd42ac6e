using System.Collections.Concurrent;
using System.Globalization;

namespace Ahoy.TestSupport.Telemetry;

/// <summary>What a collector was sent. The numbers of fields are those of opentelemetry-proto.</summary>
public sealed class ReceivedTelemetry
{
    private readonly ConcurrentQueue<ReceivedSpan> _spans = new();
    private readonly ConcurrentQueue<ReceivedLine> _lines = new();
    private readonly ConcurrentDictionary<string, string> _metrics = new(StringComparer.Ordinal);

    /// <summary>The spans that came.</summary>
    public IReadOnlyCollection<ReceivedSpan> Spans => _spans;

    /// <summary>The log lines that came.</summary>
    public IReadOnlyCollection<ReceivedLine> Lines => _lines;

    /// <summary>The metrics that came, with their units.</summary>
    public IReadOnlyDictionary<string, string> Metrics => _metrics;

    /// <summary>Keeps what a request says.</summary>
    /// <param name="signal">traces, logs or metrics.</param>
    /// <param name="message">The request's message.</param>
    public void Keep(string signal, byte[] message)
    {
        foreach (var resource in new ProtobufReader(message).Messages(1))
        {
            var service = resource.Messages(1).SelectMany(r => AttributesOf(r, 1)).FirstOrDefault(a => a.Key == "service.name").Value ?? "";
            foreach (var item in resource.Messages(2).SelectMany(scope => scope.Messages(2)))
            {
                if (signal == "traces")
                {
                    _spans.Enqueue(new ReceivedSpan(
                        service, item.Hex(1), item.Hex(2), item.Hex(4), item.Text(5), (int)item.Number(6), item.Number(7), item.Number(8),
                        item.Messages(15).Any(s => s.Number(3) == 2), new Dictionary<string, string>(AttributesOf(item, 9))));
                }
                else if (signal == "logs")
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
