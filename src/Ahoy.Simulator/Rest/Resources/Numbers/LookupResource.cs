using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Shapes;

namespace Ahoy.Simulator.Rest.Resources.Numbers;

/// <summary>
/// Lookups, of both versions. Whether a number is valid follows the numbering plan; whose it is and what kind of line, a table of ours: numbers
/// of the account are Twilio's (`nonFixedVoip`), +1 800 and its like `tollFree`, and of the others those that end in 9 a `landline`, all else a
/// `mobile`. Nobody knows a caller's name but that of +1 numbers.
/// </summary>
internal sealed class LookupResource(Func<string, bool> isOwned) : IRestResource
{
    private const string Host = "lookups.twilio.com";

    private static readonly HashSet<string> s_tollFree = ["800", "833", "844", "855", "866", "877", "888"];

    /// <inheritdoc/>
    public void Map(RestRoutes routes)
    {
        routes.Map("GET", Host, "/v2/PhoneNumbers/{PhoneNumber}", Fetch);
        routes.Map("GET", Host, "/v1/PhoneNumbers/{PhoneNumber}", FetchFirstVersion);
    }

    private RestAnswer Fetch(RestCall call)
    {
        var number = NumberingPlan.ToE164(call.PathValues["PhoneNumber"], call.Parameters["CountryCode"]);
        var problem = NumberingPlan.Problem(number);
        var plan = problem is null ? NumberingPlan.Find(number) : null;
        var values = new JsonObject
        {
            ["phone_number"] = number,
            ["valid"] = problem is null,
            ["validation_errors"] = problem is null ? new JsonArray() : new JsonArray(problem),
            ["calling_country_code"] = plan?.Code,
            ["country_code"] = plan?.Country,
            ["national_format"] = problem is null ? NumberingPlan.NationalFormat(number) : null,
        };
        foreach (var property in call.Operation.Answer!.Properties.Where(property => property.Name != "url"))
        {
            values.TryAdd(property.Name, null);
        }

        foreach (var field in (call.Parameters["Fields"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (call.Operation.Answer!.Find(field) is not { } schema || field is "url" or "valid")
            {
                if (field != "validation")
                {
                    throw new RestException(400, 60617, $"Invalid parameter `Fields`: {field}");
                }

                continue;
            }

            values[field] = problem is null ? Field(field, number, plan, schema) : null;
        }

        return new RestAnswer(200, AnswerShape.Build(call, call.Operation.Answer!, values, $"/v2/PhoneNumbers/{number}"));
    }

    private JsonNode? Field(string field, string number, NumberingPlan.Plan? plan, Documents.ApiSchema schema)
    {
        return field switch
        {
            "line_type_intelligence" => new JsonObject
            {
                ["mobile_country_code"] = plan?.Code == "1" ? "310" : null,
                ["mobile_network_code"] = plan?.Code == "1" ? "000" : null,
                ["carrier_name"] = Carrier(number),
                ["type"] = LineType(number),
                ["error_code"] = null,
            },
            "caller_name" => CallerName(plan),
            _ => AnswerShape.Empty(schema) ?? new JsonObject { ["error_code"] = null },
        };
    }

    private RestAnswer FetchFirstVersion(RestCall call)
    {
        var number = NumberingPlan.ToE164(call.PathValues["PhoneNumber"], call.Parameters["CountryCode"]);
        if (NumberingPlan.Problem(number) is not null)
        {
            throw call.NotFound();
        }

        var plan = NumberingPlan.Find(number);
        var values = new JsonObject
        {
            ["phone_number"] = number,
            ["country_code"] = plan?.Country,
            ["national_format"] = NumberingPlan.NationalFormat(number),
            ["caller_name"] = call.Parameters.Values("Type").Contains("caller-name") ? CallerName(plan) : null,
            ["carrier"] = call.Parameters.Values("Type").Contains("carrier")
                ? new JsonObject
                {
                    ["mobile_country_code"] = plan?.Code == "1" ? "310" : null,
                    ["mobile_network_code"] = plan?.Code == "1" ? "000" : null,
                    ["name"] = Carrier(number),
                    ["type"] = LineType(number) switch { "nonFixedVoip" => "voip", "mobile" => "mobile", _ => "landline" },
                    ["error_code"] = null,
                }
                : null,
        };
        return new RestAnswer(200, AnswerShape.Build(call, call.Operation.Answer!, values, $"/v1/PhoneNumbers/{number}"));
    }

    private static JsonObject CallerName(NumberingPlan.Plan? plan)
    {
        return plan?.Code == "1"
            ? new JsonObject { ["caller_name"] = "AHOY CALLER", ["caller_type"] = "CONSUMER", ["error_code"] = null }
            : new JsonObject { ["caller_name"] = null, ["caller_type"] = null, ["error_code"] = 60600 };
    }

    private string Carrier(string number)
    {
        return isOwned(number) ? "Twilio - SMS/MMS-SVR" : "Ahoy Wireless";
    }

    private string LineType(string number)
    {
        return isOwned(number) ? "nonFixedVoip"
            : number.StartsWith("+1", StringComparison.Ordinal) && number.Length >= 5 && s_tollFree.Contains(number.Substring(2, 3)) ? "tollFree"
            : number[^1] == '9' ? "landline"
            : "mobile";
    }
}
