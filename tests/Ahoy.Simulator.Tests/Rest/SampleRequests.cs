using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Documents;

namespace Ahoy.Simulator.Tests.Rest;

/// <summary>Requests that hold to their document: each required parameter with a value that it can have.</summary>
internal static class SampleRequests
{
    public static string Path(ApiOperation operation, string accountSid)
    {
        var path = operation.Path.Template;
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.Place == ParameterPlace.Path))
        {
            path = path.Replace($"{{{parameter.Name}}}", Text(parameter.Schema, accountSid));
        }

        var query = operation.Parameters.Where(parameter => parameter is { Place: ParameterPlace.Query, Required: true }).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(Text(parameter.Schema, accountSid))}");
        return $"{path}?{string.Join('&', query)}";
    }

    public static string Form(ApiOperation operation)
    {
        return string.Join('&', (operation.BodySchema?.Properties ?? []).Where(property => property.Required).Select(property => $"{property.Name}={Uri.EscapeDataString(Text(property.Schema, ""))}"));
    }

    public static JsonNode Json(ApiOperation operation)
    {
        return Node(operation.BodySchema!, 0) as JsonObject ?? [];
    }

    private static JsonNode? Node(ApiSchema schema, int depth)
    {
        switch (schema.Type)
        {
            case ApiType.Object:
                var value = new JsonObject();
                foreach (var property in schema.Properties.Where(property => property.Required && depth < 6))
                {
                    value[property.Name] = Node(property.Schema, depth + 1);
                }

                return value;
            case ApiType.Array:
                return new JsonArray();
            case ApiType.Integer or ApiType.Number:
                return JsonNode.Parse(Text(schema, ""));
            case ApiType.Boolean:
                return true;
            case ApiType.String:
                return Text(schema, "");
            default:
                return schema.OneOf.Length > 0 ? Node(schema.OneOf[0], depth + 1) : new JsonObject();
        }
    }

    private static string Text(ApiSchema schema, string accountSid)
    {
        if (schema.Enum.Length > 0)
        {
            return schema.Enum[0];
        }

        if (schema.Pattern is { } pattern)
        {
            var text = pattern.TrimStart('^', '(');
            return text.StartsWith("AC", StringComparison.Ordinal) && accountSid.Length > 0 ? accountSid
                : text.Length > 2 && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterUpper(text[1]) ? text[..2] + new string('a', 32)
                : Special(pattern);
        }

        return (schema.Type, schema.Format) switch
        {
            (ApiType.Integer or ApiType.Number, _) => $"{Math.Max(schema.Minimum ?? 1, 1)}",
            (ApiType.Boolean, _) => "true",
            (ApiType.Array, _) => schema.Items is { } items ? Text(items, accountSid) : "x",
            (_, "uri") => "https://example.com/x",
            (_, "date-time" or "date" or "date-time-rfc-2822") => "2026-03-01",
            (_, "http-method") => "POST",
            (_, "iso-country-code") => "US",
            (ApiType.Any or ApiType.Object, _) => "{}",
            _ => new string('x', Math.Max(schema.MinLength ?? 3, Math.Min(3, schema.MaxLength ?? 3))),
        };
    }

    private static string Special(string pattern)
    {
        foreach (var candidate in (string[])["+15005550006", "12345678901234567890123456", "abc", "1", "aa", "US", "2026-03-01", "example.com", "a@example.com", "https://example.com", "mem_store_" + new string('0', 26), "mem_service_" + new string('0', 26),
            "conv_conversation_" + new string('0', 26), "intelligence_configuration_" + new string('0', 26), "intelligence_operator_" + new string('0', 26), "voice_transcription_" + new string('0', 26), "mem_profile_" + new string('0', 26), "AA" + new string('0', 32)])
        {
            if (System.Text.RegularExpressions.Regex.IsMatch(candidate, pattern))
            {
                return candidate;
            }
        }

        // "^prefix_[0-7][0-9a-z]{25}$": the name before the first class of characters, and zeros.
        var name = pattern.TrimStart('^');
        return name[..Math.Max(name.IndexOf('['), 0)] + new string('0', 26);
    }
}
