using System.Text;
using System.Text.Json;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Tests.TypeScript;

/// <summary>
/// ESTree JSON without what may differ between TypeScript and the same text without its types: statements that are empty, imports
/// that only types use, and blanks and semicolons at the ends of nodes.
/// </summary>
internal static class ErasedTree
{
    // Where no semicolon stands, types may do so at the end of these.
    private static readonly string[] s_openEnds =
    [
        "VariableDeclaration", "ExportNamedDeclaration", "ExportAllDeclaration", "ExportDefaultDeclaration", "ExpressionStatement",
        "ReturnStatement", "ThrowStatement", "PropertyDefinition", "IfStatement", "Program",
    ];

    /// <param name="root">The tree.</param>
    /// <param name="blanked">The text without types, by which positions are compared; null to leave positions out.</param>
    public static string Of(Program root, string? blanked)
    {
        using var document = JsonDocument.Parse(root.ToEstreeJson(), new JsonDocumentOptions { MaxDepth = 20_000 });
        var output = new StringBuilder();
        Write(document.RootElement, blanked, output);
        return output.ToString();
    }

    private static void Write(JsonElement element, string? blanked, StringBuilder output)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                output.Append("{\n");
                foreach (var property in element.EnumerateObject())
                {
                    WriteProperty(property, TypeOf(element), blanked, output);
                }

                output.Append('}');
                break;
            case JsonValueKind.Array:
                output.Append('[');
                foreach (var item in element.EnumerateArray().Where(item => !IsLeftOut(item)))
                {
                    Write(item, blanked, output);
                }

                output.Append(']');
                break;
            default:
                output.Append(element.GetRawText());
                break;
        }
    }

    private static void WriteProperty(JsonProperty property, string? type, string? blanked, StringBuilder output)
    {
        if (property.Name is "start" or "end")
        {
            if (blanked is null || (property.Name == "end" && s_openEnds.Contains(type)))
            {
                return;
            }

            output.Append(property.Name).Append(':').Append(Trim(property.Value.GetInt32(), property.Name == "end", blanked)).Append('\n');
            return;
        }

        if (property.Name == "raw" && blanked is null)
        {
            return;
        }

        output.Append(property.Name).Append(':');
        Write(property.Value, blanked, output);
        output.Append('\n');
    }

    private static int Trim(int at, bool isEnd, string text)
    {
        if (isEnd)
        {
            while (at > 0 && (char.IsWhiteSpace(text[at - 1]) || text[at - 1] == ';'))
            {
                at--;
            }
        }
        else
        {
            while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == ';'))
            {
                at++;
            }
        }

        return at;
    }

    private static bool IsLeftOut(JsonElement item) => TypeOf(item) switch
    {
        "EmptyStatement" or "ImportDeclaration" => true,
        "ExportNamedDeclaration" => item.GetProperty("declaration").ValueKind == JsonValueKind.Null && item.GetProperty("source").ValueKind == JsonValueKind.Null,
        _ => false,
    };

    private static string? TypeOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("type", out var type) ? type.GetString() : null;
}
