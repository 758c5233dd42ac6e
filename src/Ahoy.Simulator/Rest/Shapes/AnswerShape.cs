using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Documents;
using Ahoy.Simulator.Rest.Requests;

namespace Ahoy.Simulator.Rest.Shapes;

/// <summary>
/// Gives an answer the shape of its document: every property is there and in the document's order. What nobody gave a value is derived
/// (addresses, the account, the path's parameters, dates), or null, or the type's empty value.
/// </summary>
internal static class AnswerShape
{
    /// <summary>Shapes what an operation answers with.</summary>
    /// <param name="call">The request.</param>
    /// <param name="schema">Of the answer, or of an item of the list that it is.</param>
    /// <param name="values">What is known; taken over, so that it can't be used again.</param>
    /// <param name="self">The path of what is answered, without extension.</param>
    public static JsonObject Build(RestCall call, ApiSchema schema, JsonObject values, string self)
    {
        var result = new JsonObject();
        foreach (var property in schema.Properties)
        {
            if (values.TryGetPropertyValue(property.Name, out var value))
            {
                values.Remove(property.Name);
                result[property.Name] = value;
            }
            else
            {
                result[property.Name] = Derive(call, property, self);
            }
        }

        if (schema.Properties.Length == 0)
        {
            foreach (var (name, value) in values)
            {
                result[name] = value?.DeepClone();
            }
        }

        SetLinks(call, result, self);
        return result;
    }

    /// <summary>A value of a schema that nothing is known of.</summary>
    public static JsonNode? Empty(ApiSchema schema, int depth = 0)
    {
        if (schema.Nullable)
        {
            return null;
        }

        if (schema.Default is { } text)
        {
            return JsonNode.Parse(text);
        }

        switch (schema.Type)
        {
            case ApiType.Array:
                return new JsonArray();
            case ApiType.Object:
                var result = new JsonObject();
                foreach (var property in depth < 4 ? schema.Properties : [])
                {
                    result[property.Name] = Empty(property.Schema, depth + 1);
                }

                return result;
            case ApiType.Integer or ApiType.Number:
                return (schema.Minimum ?? 0) > 0 ? schema.Minimum : 0;
            case ApiType.Boolean:
                return false;
            case ApiType.String:
                return schema.Enum.Length > 0 ? schema.Enum[0] : "";
            default:
                return schema.OneOf.Length > 0 && depth < 4 ? Empty(schema.OneOf[0], depth + 1) : null;
        }
    }

    /// <summary>The time as this operation's answer writes it.</summary>
    public static string Date(RestCall call, DateTimeOffset time)
    {
        return call.IsCore ? ApiDates.Rfc2822(time) : ApiDates.Iso8601(time);
    }

    private static JsonNode? Derive(RestCall call, ApiProperty property, string self)
    {
        switch (property.Name)
        {
            case "account_sid":
                return call.AccountSid;
            case "api_version" when call.IsCore:
                return "2010-04-01";
            case "uri":
                return self + ".json";
            case "url" when property.Schema.Format == "uri":
                return $"https://{call.Host}{self}";
            case "date_created" or "date_updated" or "created_at" or "updated_at" or "dateCreated" or "dateUpdated" or "createdAt" or "updatedAt":
                return property.Schema.Format == "date-time-rfc-2822" ? ApiDates.Rfc2822(call.Now) : Date(call, call.Now);
        }

        foreach (var (name, value) in call.PathValues)
        {
            if (PropertyNames.FromParameter(name) == property.Name || name == property.Name)
            {
                return value;
            }
        }

        return Empty(property.Schema);
    }

    private static void SetLinks(RestCall call, JsonObject result, string self)
    {
        var property = result.ContainsKey("links") ? "links" : result.ContainsKey("subresource_uris") ? "subresource_uris" : null;
        if (property is null || result[property] is JsonObject { Count: > 0 })
        {
            return;
        }

        var links = new JsonObject();
        foreach (var (name, template) in LinkTemplates(call.Operation))
        {
            links[name] = Expand(template, result, property == "links" ? $"https://{call.Host}{self}" : self, call.Host);
        }

        result[property] = links;
    }

    /// <summary>An item of a list has the links that it has alone.</summary>
    private static (string Name, string Template)[] LinkTemplates(ApiOperation operation)
    {
        if (operation.Links.Length > 0 || operation.ListProperty is null)
        {
            return operation.Links;
        }

        return operation.Path.Document.FindInstance(operation.Path)?.Find("GET")?.Links ?? operation.Path.Find("POST")?.Links ?? [];
    }

    private static string Expand(string template, JsonObject result, string self, string host)
    {
        var text = template;
        for (var start = text.IndexOf('{', StringComparison.Ordinal); start >= 0; start = text.IndexOf('{', StringComparison.Ordinal))
        {
            var end = text.IndexOf('}', start);
            if (end < 0)
            {
                break;
            }

            var name = text[(start + 1)..end];
            text = string.Concat(text.AsSpan(0, start), name == "self" ? self : result[name]?.ToString() ?? "", text.AsSpan(end + 1));
        }

        return self.StartsWith("https:", StringComparison.Ordinal) && text.StartsWith('/') ? $"https://{host}{text}" : text;
    }
}
