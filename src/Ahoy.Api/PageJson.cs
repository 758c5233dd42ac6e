using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ahoy.Api;

/// <summary>Reads and writes a page of a list: its resources stand in a field that <c>meta.key</c> names.</summary>
public static class PageJson
{
    /// <summary>Writes a page.</summary>
    public static void Write<T>(Utf8JsonWriter json, ResourcePage<T> page, JsonTypeInfo<T> type)
    {
        json.WriteStartObject();
        json.WritePropertyName("meta");
        JsonSerializer.Serialize(json, page.Meta, ContractsJson.Default.PageMeta);
        json.WriteStartArray(page.Meta.Key);
        foreach (var item in page.Items)
        {
            JsonSerializer.Serialize(json, item, type);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Reads a page.</summary>
    /// <exception cref="JsonException">It is no page of such resources.</exception>
    public static ResourcePage<T> Read<T>(JsonElement root, JsonTypeInfo<T> type)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("meta", out var metaElement))
        {
            throw new JsonException("The answer is no page of a list: it has no 'meta'.");
        }

        var meta = metaElement.Deserialize(ContractsJson.Default.PageMeta) ?? throw new JsonException("'meta' is null.");
        if (!root.TryGetProperty(meta.Key, out var items) || items.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException($"The answer has no list '{meta.Key}', which its 'meta' names.");
        }

        var result = new List<T>(items.GetArrayLength());
        foreach (var item in items.EnumerateArray())
        {
            result.Add(item.Deserialize(type) ?? throw new JsonException($"'{meta.Key}' holds a null."));
        }

        return new ResourcePage<T>(result, meta);
    }
}
