using System.Globalization;
using System.Text;

namespace Ahoy.Host.Telemetry.Prometheus;

/// <summary>The values of one combination of labels. Who uses it holds its family's lock.</summary>
/// <param name="labels">The labels, as they are written.</param>
/// <param name="bounds">How many bounds a histogram has; 0 where it is none.</param>
internal sealed class MetricSeries(string labels, int bounds)
{
    private readonly long[] _buckets = bounds > 0 ? new long[bounds + 1] : [];
    private double _sum;

    public string Labels => labels;

    /// <summary>Adds a measurement: to the sum, and to its bucket.</summary>
    public void Add(double value, double[]? limits)
    {
        _sum += value;
        if (limits is not null)
        {
            // A bound is in its own bucket; where there is none so large, the last one is meant.
            var index = Array.BinarySearch(limits, value);
            _buckets[index < 0 ? ~index : index]++;
        }
    }

    public void Write(StringBuilder text, string name, double[]? limits)
    {
        if (limits is null)
        {
            Line("", labels, PrometheusText.Number(_sum));
            return;
        }

        var count = 0L;
        for (var i = 0; i < _buckets.Length; i++)
        {
            count += _buckets[i];
            var bound = i < limits.Length ? PrometheusText.Number(limits[i]) : "+Inf";
            Line("_bucket", $"{labels},le=\"{bound}\"", count.ToString(CultureInfo.InvariantCulture));
        }

        Line("_sum", labels, PrometheusText.Number(_sum));
        Line("_count", labels, count.ToString(CultureInfo.InvariantCulture));

        void Line(string suffix, string all, string value) => text.Append(name).Append(suffix).Append('{').Append(all).Append("} ").Append(value).Append('\n');
    }
}
