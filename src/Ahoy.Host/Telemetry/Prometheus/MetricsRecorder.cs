using System.Diagnostics.Metrics;
using System.Text;
using Ahoy.Host.Logs;

namespace Ahoy.Host.Telemetry.Prometheus;

/// <summary>
/// Keeps what the host measures from now on, for whoever asks at <c>/metrics</c>: the text format of Prometheus, under the names that OpenTelemetry's conventions for it give.
/// It is made where the admin address is open; elsewhere nothing listens to the meter.
/// </summary>
internal sealed class MetricsRecorder : IDisposable
{
    /// <summary>The type of the content that <see cref="Write"/> makes.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly List<MetricFamily> _families = [];
    private readonly MeterListener _listener = new();

    /// <param name="meter">The name of the meter.</param>
    public MetricsRecorder(string meter = HostTelemetry.Name)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == meter)
            {
                var family = new MetricFamily(instrument);
                lock (_families)
                {
                    _families.Add(family);
                }

                listener.EnableMeasurementEvents(instrument, family);
            }
        };
        _listener.SetMeasurementEventCallback<double>(static (_, value, tags, family) => ((MetricFamily)family!).Record(value, tags));
        _listener.SetMeasurementEventCallback<int>(static (_, value, tags, family) => ((MetricFamily)family!).Record(value, tags));
        _listener.SetMeasurementEventCallback<long>(static (_, value, tags, family) => ((MetricFamily)family!).Record(value, tags));
        _listener.Start();
    }

    /// <summary>All that was measured, sorted by name.</summary>
    public string Write()
    {
        MetricFamily[] families;
        lock (_families)
        {
            families = [.. _families];
        }

        var text = new StringBuilder();
        foreach (var family in families.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            family.Write(text);
        }

        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();
}
