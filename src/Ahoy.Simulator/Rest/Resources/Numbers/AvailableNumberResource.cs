using System.Globalization;
using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Shapes;

namespace Ahoy.Simulator.Rest.Resources.Numbers;

/// <summary>
/// Numbers that can be bought. There are 100 of a kind in each area code, made by a rule of ours: 555-0100 to 555-0199, which belong to nobody,
/// and in other countries the ranges that are kept for films. Those that the account has are not among them.
/// </summary>
internal sealed class AvailableNumberResource(Func<string, bool> isOwned) : IRestResource
{
    private const string Host = "api.twilio.com";
    private const string Root = "/2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers";
    private const int NumbersOfAKind = 100;

    private static readonly (string Code, string Country)[] s_countries =
        [("US", "United States"), ("CA", "Canada"), ("GB", "United Kingdom"), ("DE", "Germany"), ("FR", "France"), ("AU", "Australia"), ("IE", "Ireland")];

    private static readonly Dictionary<(string Country, string Kind), string> s_ranges = new()
    {
        [("CA", "Local")] = "+141655501", [("GB", "Local")] = "+4420794601", [("GB", "Mobile")] = "+4477009001", [("GB", "TollFree")] = "+4480815701",
        [("DE", "Local")] = "+49302312501", [("DE", "Mobile")] = "+49171392001", [("FR", "Local")] = "+3319900001", [("FR", "Mobile")] = "+3363998001",
        [("AU", "Local")] = "+6125550101", [("AU", "Mobile")] = "+6149157001", [("IE", "Local")] = "+35320910201", [("CA", "TollFree")] = "+184455501",
    };

    /// <inheritdoc/>
    public void Map(RestRoutes routes)
    {
        routes.Map("GET", Host, $"{Root}.json", ListCountries);
        routes.Map("GET", Host, $"{Root}/{{CountryCode}}.json", FetchCountry);
        foreach (var kind in (string[])["Local", "Mobile", "TollFree", "National", "SharedCost", "Voip", "MachineToMachine"])
        {
            routes.Map("GET", Host, $"{Root}/{{CountryCode}}/{kind}.json", call => ListNumbers(call, kind));
        }
    }

    /// <summary>Whether a number could be bought.</summary>
    public static IEnumerable<string> Numbers(string country, string kind, string? areaCode)
    {
        var range = country == "US"
            ? kind switch { "Local" => $"+1{(string.IsNullOrEmpty(areaCode) ? "415" : areaCode)}55501", "TollFree" => $"+1{(string.IsNullOrEmpty(areaCode) ? "844" : areaCode)}55501", _ => null }
            : country == "CA" && kind == "Local" && !string.IsNullOrEmpty(areaCode) ? $"+1{areaCode}55501"
            : s_ranges.GetValueOrDefault((country, kind));
        return range is null ? [] : Enumerable.Range(0, NumbersOfAKind).Select(i => range + i.ToString("D2", CultureInfo.InvariantCulture));
    }

    private static RestAnswer ListCountries(RestCall call)
    {
        var countries = new JsonArray();
        foreach (var country in s_countries)
        {
            countries.Add((JsonNode)Country(call, country));
        }

        return new RestAnswer(200, new JsonObject { ["countries"] = countries, ["uri"] = call.Path });
    }

    private static RestAnswer FetchCountry(RestCall call)
    {
        var code = call.PathValues["CountryCode"].ToUpperInvariant();
        var country = Array.Find(s_countries, candidate => candidate.Code == code);
        return country.Code is null ? throw call.NotFound() : new RestAnswer(200, Country(call, country));
    }

    private static JsonObject Country(RestCall call, (string Code, string Country) country)
    {
        var self = $"/2010-04-01/Accounts/{call.AccountSid}/AvailablePhoneNumbers/{country.Code}";
        var kinds = new JsonObject();
        foreach (var (kind, name) in ((string, string)[])[("Local", "local"), ("TollFree", "toll_free"), ("Mobile", "mobile")])
        {
            if (Numbers(country.Code, kind, null).Any())
            {
                kinds[name] = $"{self}/{kind}.json";
            }
        }

        return new JsonObject { ["country_code"] = country.Code, ["country"] = country.Country, ["uri"] = $"{self}.json", ["beta"] = false, ["subresource_uris"] = kinds };
    }

    private RestAnswer ListNumbers(RestCall call, string kind)
    {
        var country = call.PathValues["CountryCode"].ToUpperInvariant();
        if (!s_countries.Any(candidate => candidate.Code == country))
        {
            throw call.NotFound();
        }

        var contains = call.Parameters["Contains"];
        var numbers = Numbers(country, kind, call.Parameters["AreaCode"]).Where(number => !isOwned(number) && (string.IsNullOrEmpty(contains) || NumberPattern.Contains(number, contains))).ToList();
        return ListPage.Answer(call, numbers, number => number, (number, schema) => AnswerShape.Build(call, schema, Values(number, country, kind), ""));
    }

    private static JsonObject Values(string number, string country, string kind)
    {
        return new JsonObject
        {
            ["phone_number"] = number,
            ["friendly_name"] = NumberingPlan.NationalFormat(number),
            ["iso_country"] = country,
            ["address_requirements"] = "none",
            ["beta"] = false,
            ["capabilities"] = new JsonObject { ["voice"] = true, ["SMS"] = true, ["MMS"] = country is "US" or "CA" && kind != "TollFree" },
        };
    }
}
