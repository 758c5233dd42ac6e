using System.Text;
using System.Text.Json;

namespace Ahoy.JavaScript.Tests.Conformance;

/// <summary>JSON with the keys of each object sorted, and nothing else changed.</summary>
internal static class CanonicalJson
{
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
                output.Append('{');
                var separator = "";
                foreach (var property in element.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal))
                {
                    output.Append(separator).Append('"').Append(property.Name).Append("\":");
                    Write(property.Value, output);
                    separator = ",";
                }

                output.Append('}');
                break;
            case JsonValueKind.Array:
                output.Append('[');
                separator = "";
                foreach (var item in element.EnumerateArray())
                {
                    output.Append(separator);
                    Write(item, output);
                    separator = ",";
                }

                output.Append(']');
                break;
            default:
                output.Append(element.GetRawText());
                break;
        }
    }
}
