using System.Text.Json.Nodes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Tests.Conformance;

/// <summary>
/// A tree without what two ways to write one program may change: offsets, how a literal is spelt, whether a key is a name or
/// a string, and how a sequence is put in parentheses.
/// </summary>
internal static class EquivalentTree
{
    /// <param name="program">The tree.</param>
    /// <param name="typesOnly">Whether names and values are left out too.</param>
    public static string Of(Program program, bool typesOnly) =>
        Normalize(JsonNode.Parse(program.ToEstreeJson())!, typesOnly).ToJsonString();

    private static JsonNode Normalize(JsonNode node, bool typesOnly)
    {
        switch (node)
        {
            case JsonObject @object:
                NormalizeObject(@object, typesOnly);
                break;
            case JsonArray array:
                foreach (var item in array)
                {
                    _ = item is null ? null : Normalize(item, typesOnly);
                }

                break;
        }

        return node;
    }

    private static void NormalizeObject(JsonObject @object, bool typesOnly)
    {
        string[] left = typesOnly ? ["start", "end", "raw", "name", "value"] : ["start", "end", "raw"];
        foreach (var key in left.Where(key => @object[key] is not JsonObject))
        {
            @object.Remove(key);
        }

        foreach (var (_, value) in @object)
        {
            _ = value is null ? null : Normalize(value, typesOnly);
        }

        if (@object["key"] is JsonObject name && @object["computed"]?.GetValue<bool>() == false)
        {
            // JSON has no form for an infinite number.
            @object["key"] = (name["name"] ?? name["value"])?.ToString() ?? "Infinity";
        }

        if (@object["expressions"] is JsonArray { Count: > 0 } outer && outer[0]?["type"]?.ToString() == "SequenceExpression")
        {
            @object["expressions"] = new JsonArray(
                [.. outer[0]!["expressions"]!.AsArray().Select(item => item!.DeepClone()), .. outer.Skip(1).Select(item => item?.DeepClone())]);
        }
    }
}
