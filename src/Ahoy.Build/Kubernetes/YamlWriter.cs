using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ahoy.Build.Kubernetes;

/// <summary>Writes values as YAML that people read: blocks, and quotes only where a text needs them.</summary>
internal static class YamlWriter
{
    // Anything else could be a number, a boolean, a date or a sign of YAML's.
    private static readonly Regex s_plain = new("^(?!(?:true|false|yes|no|on|off|null|y|n)$)[A-Za-z/](?:[A-Za-z0-9_./@-]|:(?=[^\\s]))*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>A document.</summary>
    public static string Write(YamlMap value)
    {
        var text = new StringBuilder();
        Write(text, value, "");
        return text.ToString();
    }

    private static void Write(StringBuilder text, YamlMap map, string indent)
    {
        var isFirst = true;
        foreach (var (name, value) in map)
        {
            // The first one of an item of a list stands beside its dash.
            text.Append(isFirst && text.Length > 0 && text[text.Length - 1] != '\n' ? "" : indent).Append(Scalar(name)).Append(':');
            isFirst = false;
            WriteValue(text, value, indent);
        }
    }

    private static void WriteValue(StringBuilder text, object value, string indent)
    {
        switch (value)
        {
            case YamlMap { Count: 0 }:
                text.Append(" {}\n");
                break;
            case YamlMap map:
                text.Append('\n');
                Write(text, map, indent + "  ");
                break;
            case IReadOnlyList<YamlMap> list:
                text.Append('\n');
                foreach (var item in list)
                {
                    text.Append(indent).Append("  - ");
                    Write(text, item, indent + "    ");
                }

                break;
            case IReadOnlyList<string> list:
                text.Append(" [").Append(string.Join(", ", list.Select(Scalar))).Append("]\n");
                break;
            default:
                text.Append(' ').Append(Scalar(value)).Append('\n');
                break;
        }
    }

    private static string Scalar(object value) => value switch
    {
        bool yes => yes ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        string text => s_plain.IsMatch(text) ? text : Quote(text),
        _ => throw new ArgumentException($"{value.GetType()} has no form in YAML.", nameof(value)),
    };

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                < ' ' or '\u007f' => "\\x" + ((int)c).ToString("x2", CultureInfo.InvariantCulture),
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
