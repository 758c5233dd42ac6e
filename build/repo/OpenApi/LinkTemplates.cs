using System.Text.Json.Nodes;

namespace Ahoy.OpenApi;

/// <summary>
/// What an answer's `links` or `subresource_uris` hold, as templates: `{self}` is the answer's own `url` (or `uri` without its extension), any
/// other name in braces is a property of the answer. An answer's example says which links there are; where it has none, the path's dependent
/// properties do.
/// </summary>
internal static class LinkTemplates
{
    internal static IReadOnlyList<(string Name, string Template)> Of(JsonObject schema, JsonNode media, JsonObject path)
    {
        if (schema["properties"] is not JsonObject properties || (properties["links"] ?? properties["subresource_uris"]) is null)
        {
            return [];
        }

        var examples = media["examples"]?.AsObject().Select(example => example.Value!["value"] as JsonObject) ?? [];
        foreach (var example in examples.OfType<JsonObject>())
        {
            if ((example["links"] ?? example["subresource_uris"]) is JsonObject links)
            {
                return [.. links.Where(link => link.Value is JsonValue).Select(link => (link.Key, Generalize((string)link.Value!, example)))];
            }
        }

        return [.. (path["x-twilio"]?["dependentProperties"]?.AsObject() ?? []).Select(link => (link.Key, FromMapping(link.Value!)))];
    }

    private static string Generalize(string link, JsonObject example)
    {
        var self = Text(example["url"]) ?? Text(example["uri"]);
        if (self is not null && self.EndsWith(".json", StringComparison.Ordinal))
        {
            self = self[..^".json".Length];
        }

        if (self is not null && link.Length > self.Length && link.StartsWith(self, StringComparison.Ordinal))
        {
            return "{self}" + link[self.Length..];
        }

        var query = link.IndexOf('?', StringComparison.Ordinal);
        var segments = (query < 0 ? link : link[..query]).Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            var extension = segments[i].EndsWith(".json", StringComparison.Ordinal) ? ".json" : "";
            var value = segments[i][..^extension.Length];
            var property = value.Length < 34 ? null : example.FirstOrDefault(pair => Text(pair.Value) == value).Key;
            segments[i] = property is null ? segments[i] : $"{{{property}}}{extension}";
        }

        return string.Join('/', segments) + (query < 0 ? "" : link[query..]);
    }

    private static string FromMapping(JsonNode dependent)
    {
        var template = (string)dependent["resource_url"]!;
        foreach (var (name, property) in dependent["mapping"]!.AsObject())
        {
            template = template.Replace($"{{{name}}}", $"{{{(string)property!}}}", StringComparison.Ordinal);
        }

        return template;
    }

    private static string? Text(JsonNode? node)
    {
        return node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
    }
}
