using System.Diagnostics.Metrics;
using System.Text;

namespace Ahoy.Host.Telemetry.Prometheus;

/// <summary>One instrument's values: a series for each combination of its labels.</summary>
internal sealed class MetricFamily
{
    /// <summary>How many combinations of labels there can be. What comes above it is one series more.</summary>
    public const int SeriesLimit = 1000;

    // As OpenTelemetry has them for an instrument that says nothing.
    private static readonly double[] s_seconds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
    private static readonly double[] s_bounds = [0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10_000];
    private static readonly KeyValuePair<string, object?>[] s_overflow = [new("otel.metric.overflow", "true")];

    private readonly object _gate = new();
    private readonly string _scope;
    private readonly string _help;
    private readonly string _type;
    private readonly double[]? _bounds;
    private readonly Dictionary<KeyValuePair<string, object?>[], MetricSeries> _series = new(TagComparer.Instance);
    private readonly Dictionary<KeyValuePair<string, object?>[], MetricSeries>.AlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>> _lookup;

    public MetricFamily(Instrument instrument)
    {
        _type = TypeOf(instrument);
        _bounds = _type != "histogram" ? null : instrument.Unit == "s" ? s_seconds : s_bounds;
        _scope = instrument.Meter.Name;
        _help = instrument.Description ?? "";
        _lookup = _series.GetAlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>>();
        Name = PrometheusText.MetricName(instrument.Name, instrument.Unit, isCounter: _type == "counter");
    }

    /// <summary>Its name, as Prometheus has it.</summary>
    public string Name { get; }

    /// <summary>Takes a measurement. Costs no memory where the labels are known.</summary>
    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (_gate)
        {
            if (!_lookup.TryGetValue(tags, out var series))
            {
                series = _series.Count < SeriesLimit ? Add([.. tags]) : _series.TryGetValue(s_overflow, out var last) ? last : Add(s_overflow);
            }

            series.Add(value, _bounds);
        }
    }

    /// <summary>Writes it, unless there was no measurement.</summary>
    public void Write(StringBuilder text)
    {
        lock (_gate)
        {
            if (_series.Count == 0)
            {
                return;
            }

            text.Append("# HELP ").Append(Name).Append(' ').Append(PrometheusText.Help(_help)).Append('\n');
            text.Append("# TYPE ").Append(Name).Append(' ').Append(_type).Append('\n');
            foreach (var series in _series.Values.OrderBy(s => s.Labels, StringComparer.Ordinal))
            {
                series.Write(text, Name, _bounds);
            }
        }
    }

    private MetricSeries Add(KeyValuePair<string, object?>[] tags)
    {
        var series = new MetricSeries(PrometheusText.Labels(_scope, tags), _bounds?.Length ?? 0);
        _series.Add(tags, series);
        return series;
    }

    private static string TypeOf(Instrument instrument)
    {
        var kind = instrument.GetType().GetGenericTypeDefinition();
        return kind == typeof(Counter<>) ? "counter" : kind == typeof(Histogram<>) ? "histogram" : "gauge";
    }
}
