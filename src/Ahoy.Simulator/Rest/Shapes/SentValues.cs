using System.Globalization;
using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Documents;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Validation;

namespace Ahoy.Simulator.Rest.Shapes;

/// <summary>What a request sends, as properties of the resource that it makes or changes.</summary>
internal static class SentValues
{
    /// <summary>The properties that the request's parameters or its JSON set; where <paramref name="withDefaults"/>, those left out with a default too.</summary>
    public static JsonObject Read(RestCall call, bool withDefaults)
    {
        var values = new JsonObject();
        var operation = call.Operation;
        if (operation is not { BodySchema: { } body, Answer: var answer })
        {
            return values;
        }

        if (operation.Body == BodyKind.Json)
        {
            foreach (var (name, value) in call.Json ?? [])
            {
                values[name] = value?.DeepClone();
            }

            return values;
        }

        foreach (var property in body.Properties)
        {
            var name = PropertyNames.FromParameter(property.Name);
            var sent = property.Schema.Type == ApiType.Array && property.Schema.Items is not null
                ? ReadArray(call.Parameters, property, answer?.Find(name))
                : ReadOne(call.Parameters[property.Name], property.Schema, answer?.Find(name));
            if (sent.Found)
            {
                Set(values, name, sent.Value);
            }
            else if (withDefaults && property.Schema.Default is { } text)
            {
                Set(values, name, JsonNode.Parse(text));
            }
        }

        return values;
    }

    private static (bool Found, JsonNode? Value) ReadArray(RestParameters parameters, ApiProperty property, ApiSchema? target)
    {
        var array = new JsonArray();
        var found = false;
        foreach (var value in parameters.Values(property.Name))
        {
            found = true;
            if (value.Length > 0)
            {
                array.Add(Convert(value, property.Schema.Items!, target?.Items));
            }
        }

        return (found, found ? array : null);
    }

    private static (bool Found, JsonNode? Value) ReadOne(string? value, ApiSchema schema, ApiSchema? target)
    {
        return value is null ? (false, null) : (true, value.Length == 0 && schema.Type != ApiType.String ? null : Convert(value, schema, target));
    }

    /// <summary>Text as the answer's property has it: a number, an array, an object, a date in the answer's form.</summary>
    private static JsonNode? Convert(string value, ApiSchema schema, ApiSchema? target)
    {
        var type = target is null || (target.Type == ApiType.Any && schema.Type != ApiType.String) ? schema.Type : target.Type;
        switch (type)
        {
            case ApiType.Integer when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole):
                return whole is >= int.MinValue and <= int.MaxValue ? JsonValue.Create((int)whole) : JsonValue.Create(whole);
            case ApiType.Number when decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                return number;
            case ApiType.Boolean when bool.TryParse(value, out var flag):
                return flag;
            case ApiType.Any or ApiType.Object or ApiType.Array when JsonText.TryParse(value, out var parsed):
                return parsed;
            case ApiType.Array:
                return new JsonArray(value);
        }

        if (schema.Enum.Length > 0)
        {
            return ValueRules.FindEnum(schema, value) ?? value;
        }

        return (schema.Format, target?.Format) switch
        {
            ("date-time", "date-time-rfc-2822") when ApiDates.Parse(value) is { } time => ApiDates.Rfc2822(time),
            ("date-time", _) when ApiDates.Parse(value) is { } time => ApiDates.Iso8601(time),
            ("http-method", _) => value.ToUpperInvariant(),
            _ => value,
        };
    }

    private static void Set(JsonObject values, string name, JsonNode? value)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            values[name] = value;
            return;
        }

        if (values[name[..dot]] is not JsonObject child)
        {
            values[name[..dot]] = child = [];
        }

        Set(child, name[(dot + 1)..], value);
    }
}
