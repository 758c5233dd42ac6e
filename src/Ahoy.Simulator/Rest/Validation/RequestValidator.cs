using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Documents;
using Ahoy.Simulator.Rest.Requests;

namespace Ahoy.Simulator.Rest.Validation;

/// <summary>
/// Checks a request against its operation. An empty value counts as left out: that is how a client clears a property. Names that the document
/// doesn't have are ignored, as at Twilio.
/// </summary>
internal static class RequestValidator
{
    /// <summary>Throws what Twilio answers where a parameter is missing or wrong.</summary>
    internal static void Validate(RestCall call)
    {
        foreach (var parameter in call.Operation.Parameters)
        {
            switch (parameter.Place)
            {
                case ParameterPlace.Path when call.PathValues.TryGetValue(parameter.Name, out var value) && ValueRules.Check(parameter.Schema, value) is not null:
                    throw call.NotFound();
                case ParameterPlace.Query:
                    CheckParameter(call, parameter.Name, parameter.Schema, parameter.Required, inQuery: true);
                    break;
            }
        }

        if (call.Operation is { Body: BodyKind.Form, BodySchema: { } form })
        {
            foreach (var property in form.Properties)
            {
                CheckParameter(call, property.Name, property.Schema, property.Required, inQuery: false);
            }
        }
        else if (call.Operation is { Body: BodyKind.Json, BodySchema: { } schema })
        {
            CheckJson(call, schema);
        }
    }

    private static void CheckParameter(RestCall call, string name, ApiSchema schema, bool required, bool inQuery)
    {
        var found = false;
        foreach (var (key, value) in call.Parameters.All)
        {
            if (key != name || value.Length == 0)
            {
                continue;
            }

            found = true;
            // A page that is too large is cut in the oldest product, and an error in the others.
            if (!(call.IsCore && name == "PageSize" && int.TryParse(value, out var size) && size > 0) && ValueRules.Check(schema, value) is { } problem)
            {
                throw ParameterErrors.Invalid(call, name, value, problem);
            }
        }

        if (required && !found)
        {
            throw ParameterErrors.Missing(call, name, inQuery);
        }
    }

    private static void CheckJson(RestCall call, ApiSchema schema)
    {
        if (call.Json is null)
        {
            if (call.Operation.BodyRequired || schema.Properties.Any(property => property.Required))
            {
                throw RestErrors.Invalid("body", "it has to be a JSON object");
            }

            return;
        }

        CheckNode(schema, call.Json, "");
    }

    private static void CheckNode(ApiSchema schema, JsonNode? node, string name)
    {
        if (node is null)
        {
            return;
        }

        switch (schema.Type, node)
        {
            case (ApiType.Object, JsonObject value):
                foreach (var property in schema.Properties)
                {
                    var path = name.Length == 0 ? property.Name : $"{name}.{property.Name}";
                    if (value.TryGetPropertyValue(property.Name, out var child))
                    {
                        CheckNode(property.Schema, child, path);
                    }
                    else if (property.Required && !property.Schema.ReadOnly)
                    {
                        throw RestErrors.Missing(path);
                    }
                }

                break;
            case (ApiType.Array, JsonArray values):
                for (var i = 0; schema.Items is { } items && i < values.Count; i++)
                {
                    CheckNode(items, values[i], $"{name}[{i}]");
                }

                break;
            case (ApiType.Object, _) or (ApiType.Array, _) or (ApiType.String, JsonObject or JsonArray):
                throw RestErrors.Invalid(name, $"it has to be {(schema.Type == ApiType.String ? "a string" : schema.Type == ApiType.Array ? "an array" : "an object")}");
            case (ApiType.String or ApiType.Integer or ApiType.Number or ApiType.Boolean, JsonValue value):
                if (schema.Type == ApiType.String && value.GetValueKind() != System.Text.Json.JsonValueKind.String)
                {
                    throw RestErrors.Invalid(name, "it has to be a string");
                }

                if (ValueRules.Check(schema, value.ToString()) is { } problem)
                {
                    throw RestErrors.Invalid(name, problem);
                }

                break;
        }
    }
}
