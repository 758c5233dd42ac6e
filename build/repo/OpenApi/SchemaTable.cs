using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Ahoy.OpenApi;

/// <summary>
/// The schemas of a document that its paths need, each once. Named ones are found by reference, so that recursive schemas end; `allOf` is
/// flattened into one object, and of `oneOf` every alternative is kept.
/// </summary>
internal sealed class SchemaTable(JsonObject root, StringTable strings)
{
    private static readonly string[] Types = ["", "object", "array", "string", "integer", "number", "boolean"];

    private readonly Dictionary<string, int> _references = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _contents = new(StringComparer.Ordinal);
    private readonly List<byte[]> _schemas = [];

    /// <summary>The index of a schema, which is added where it is new.</summary>
    internal int Add(JsonNode? schema)
    {
        if (schema is JsonObject named && (string?)named["$ref"] is { } reference)
        {
            if (_references.TryGetValue(reference, out var known))
            {
                return known;
            }

            var index = _schemas.Count;
            _references.Add(reference, index);
            _schemas.Add([]);
            _schemas[index] = Encode(Flatten(schema));
            return index;
        }

        var content = Encode(Flatten(schema));
        var key = Convert.ToHexString(content);
        if (!_contents.TryGetValue(key, out var same))
        {
            same = _schemas.Count;
            _contents.Add(key, same);
            _schemas.Add(content);
        }

        return same;
    }

    /// <summary>A schema without references and `allOf` at its top.</summary>
    internal JsonObject Flatten(JsonNode? node)
    {
        if (node is not JsonObject schema)
        {
            return [];
        }

        if ((string?)schema["$ref"] is { } reference)
        {
            var name = reference[(reference.LastIndexOf('/') + 1)..];
            return Flatten(root["components"]!["schemas"]![name]);
        }

        if (schema["allOf"] is not JsonArray parts)
        {
            return schema;
        }

        var properties = new JsonObject();
        var required = new JsonArray();
        var merged = new JsonObject { ["type"] = "object" };
        foreach (var part in parts.Select(Flatten).Append(schema))
        {
            foreach (var (name, value) in part)
            {
                if (name is not ("properties" or "required" or "allOf"))
                {
                    merged[name] = value?.DeepClone();
                }
            }

            foreach (var (name, value) in part["properties"]?.AsObject() ?? [])
            {
                properties[name] = value?.DeepClone();
            }

            foreach (var name in part["required"]?.AsArray() ?? [])
            {
                required.Add(name!.DeepClone());
            }
        }

        merged["properties"] = properties;
        merged["required"] = required;
        return merged;
    }

    internal void WriteTo(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(_schemas.Count);
        foreach (var schema in _schemas)
        {
            writer.Write(schema);
        }
    }

    private byte[] Encode(JsonObject schema)
    {
        var type = Math.Max(Array.IndexOf(Types, (string?)schema["type"] ?? (schema.ContainsKey("properties") ? "object" : "")), 0);
        var pattern = (string?)schema["pattern"];
        var format = (bool?)schema["x-twilio"]?["ignoreFormat"] == true ? null : (string?)schema["format"];
        var lengths = pattern is { } sid && IsSid(sid) ? [] : Numbers(schema, "minLength", "maxLength");
        var range = Numbers(schema, "minimum", "maximum");
        var flags = ((bool?)schema["nullable"] == true ? 1 : 0)
            | (format is null ? 0 : 2)
            | (pattern is null ? 0 : 4)
            | (schema["enum"] is null ? 0 : 8)
            | (lengths.Length == 0 ? 0 : 16)
            | (range.Length == 0 ? 0 : 32)
            | (schema["default"] is null ? 0 : 64)
            | (schema["properties"] is null ? 0 : 128)
            | (schema["items"] is null ? 0 : 256)
            | (schema["oneOf"] is null ? 0 : 512)
            | (schema["readOnly"] is null ? 0 : 1024)
            | (schema["additionalProperties"] is JsonObject ? 2048 : 0);
        using var output = new MemoryStream();
        using var writer = new BinaryWriter(output, Encoding.UTF8);
        writer.Write((byte)type);
        writer.Write7BitEncodedInt(flags);
        WriteOptional(writer, format);
        WriteOptional(writer, pattern);
        WriteStrings(writer, schema["enum"] as JsonArray);
        WriteNumbers(writer, lengths);
        WriteNumbers(writer, range);
        WriteOptional(writer, schema["default"] is { } value ? value.ToJsonString() : null);
        if (schema["properties"] is JsonObject properties)
        {
            var required = (schema["required"] as JsonArray ?? []).Select(name => (string)name!).ToHashSet(StringComparer.Ordinal);
            writer.Write7BitEncodedInt(properties.Count);
            foreach (var (name, property) in properties)
            {
                writer.Write7BitEncodedInt(strings.Add(name));
                writer.Write7BitEncodedInt((Add(property) << 1) | (required.Contains(name) ? 1 : 0));
            }
        }

        if (schema["items"] is { } items)
        {
            writer.Write7BitEncodedInt(Add(items));
        }

        if (schema["oneOf"] is JsonArray alternatives)
        {
            writer.Write7BitEncodedInt(alternatives.Count);
            foreach (var alternative in alternatives)
            {
                writer.Write7BitEncodedInt(Add(alternative));
            }
        }

        if (schema["additionalProperties"] is JsonObject additional)
        {
            writer.Write7BitEncodedInt(Add(additional));
        }

        writer.Flush();
        return output.ToArray();
    }

    /// <summary>A pattern that says the length itself.</summary>
    private static bool IsSid(string pattern)
    {
        return pattern.Length == 21 && pattern.EndsWith("[0-9a-fA-F]{32}$", StringComparison.Ordinal);
    }

    private static string[] Numbers(JsonObject schema, string least, string most)
    {
        return schema[least] is null && schema[most] is null ? [] : [Number(schema[least]), Number(schema[most])];
    }

    private static string Number(JsonNode? node)
    {
        return node is null ? "" : node.GetValue<decimal>().ToString(CultureInfo.InvariantCulture);
    }

    private void WriteOptional(BinaryWriter writer, string? text)
    {
        if (text is not null)
        {
            writer.Write7BitEncodedInt(strings.Add(text));
        }
    }

    private void WriteStrings(BinaryWriter writer, JsonArray? values)
    {
        if (values is not null)
        {
            WriteNumbers(writer, [.. values.Select(value => value?.ToString() ?? "")], counted: true);
        }
    }

    private void WriteNumbers(BinaryWriter writer, string[] values, bool counted = false)
    {
        if (counted)
        {
            writer.Write7BitEncodedInt(values.Length);
        }

        foreach (var value in values)
        {
            writer.Write7BitEncodedInt(strings.Add(value));
        }
    }
}
