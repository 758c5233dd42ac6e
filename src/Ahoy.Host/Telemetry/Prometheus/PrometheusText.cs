using System.Globalization;
using System.Text;

namespace Ahoy.Host.Telemetry.Prometheus;

/// <summary>How names and values are written in Prometheus' text format, by OpenTelemetry's rules for it.</summary>
internal static class PrometheusText
{
    /// <summary>A metric's name: the unit at its end, and <c>_total</c> where it only grows.</summary>
    public static string MetricName(string name, string? unit, bool isCounter)
    {
        var written = Name(name);
        var suffix = unit switch
        {
            null or "" => null,
            "s" => "seconds",
            "ms" => "milliseconds",
            "By" => "bytes",
            // What stands in braces is a remark.
            ['{', ..] => null,
            _ => Name(unit),
        };
        if (suffix is not null && !written.EndsWith("_" + suffix, StringComparison.Ordinal))
        {
            written += "_" + suffix;
        }

        return isCounter && !written.EndsWith("_total", StringComparison.Ordinal) ? written + "_total" : written;
    }

    /// <summary>The labels, without braces; the first one is the meter's name.</summary>
    public static string Labels(string scope, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = new StringBuilder();
        Append("otel_scope_name", scope);
        foreach (var (name, value) in tags)
        {
            text.Append(',');
            Append(Name(name), Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
        }

        return text.ToString();

        void Append(string name, string value) => text.Append(name).Append("=\"")
            .Append(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal))
            .Append('"');
    }

    /// <summary>A description.</summary>
    public static string Help(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A value.</summary>
    public static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf" : double.IsNegativeInfinity(value) ? "-Inf" : value.ToString("R", CultureInfo.InvariantCulture);

    // Letters, digits and single underscores; no digit at the beginning.
    private static string Name(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                text.Append(c);
            }
            else if (text.Length > 0 && text[^1] != '_')
            {
                text.Append('_');
            }
        }

        var written = text.ToString().TrimEnd('_');
        return written.Length > 0 && char.IsAsciiDigit(written[0]) ? "_" + written : written;
    }
}
