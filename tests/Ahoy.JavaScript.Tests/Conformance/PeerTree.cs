using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Ahoy.JavaScript.Tests.Conformance;

/// <summary>
/// ESTree JSON in the one form in which two parsers can be compared: what a node is, where it starts, and what is in it, with sorted keys and
/// without what only one of them says. Where a node ends is left out: Esprima counts the white space before a semicolon that is not there.
/// </summary>
internal static class PeerTree
{
    // Of these only one of the two speaks, or both mean another thing.
    private static readonly HashSet<string> s_ignored = ["start", "end", "range", "strict", "each", "attributes", "options"];

    public static string Of(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 20_000 });
        var output = new StringBuilder(json.Length);
        Write(document.RootElement, output);
        return output.ToString();
    }

    private static void Write(JsonElement element, StringBuilder output)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(element, output);
                break;
            case JsonValueKind.Array:
                output.Append('[');
                foreach (var item in element.EnumerateArray())
                {
                    Write(item, output);
                    output.Append(',');
                }

                output.Append(']');
                break;
            case JsonValueKind.Number:
                output.Append(element.GetDouble().ToString("R", CultureInfo.InvariantCulture));
                break;
            case JsonValueKind.String:
                output.Append('\'').Append(element.GetString()).Append('\'');
                break;
            default:
                output.Append(element.GetRawText());
                break;
        }
    }

    private static void WriteObject(JsonElement element, StringBuilder output)
    {
        var type = element.TryGetProperty("type", out var name) ? name.GetString() : null;
        output.Append('{');
        if (StartOf(type, element) is { } start)
        {
            output.Append('@').Append(start).Append(' ');
        }

        foreach (var property in element.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            if (!IsIgnored(type, element, property))
            {
                output.Append(property.Name).Append(':');
                Write(property.Value, output);
                output.Append(' ');
            }
        }

        output.Append('}');
    }

    private static int? StartOf(string? type, JsonElement element)
    {
        // Esprima has static blocks start at their brace, quasis at their delimiter, and the program at its first token or at 0.
        if (type is null or "StaticBlock" or "TemplateElement" or "Program")
        {
            return null;
        }

        return element.TryGetProperty("range", out var range) ? range[0].GetInt32() : element.GetProperty("start").GetInt32();
    }

    private static bool IsIgnored(string? type, JsonElement element, JsonProperty property) =>
        s_ignored.Contains(property.Name)
        || (property.Name == "kind" && type == "PropertyDefinition")
        || (property.Name == "value" && type == "Literal" && (element.TryGetProperty("regex", out _) || element.TryGetProperty("bigint", out _) || !IsFinite(element)));

    // JSON has no form for an infinite number: one writes null, the other a string. The digits stand beside it.
    private static bool IsFinite(JsonElement literal) =>
        literal.GetProperty("raw").GetString() is not [(>= '0' and <= '9') or '.', ..] || literal.GetProperty("value").ValueKind == JsonValueKind.Number;
}
