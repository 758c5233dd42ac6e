namespace Ahoy.Simulator.World;

/// <summary>Where a number is from, as the webhooks' parameters say it.</summary>
/// <param name="City">In capitals, or empty.</param>
/// <param name="State">Two letters, or empty.</param>
/// <param name="Zip">The postal code, or empty.</param>
/// <param name="Country">Two letters, or empty.</param>
internal sealed record Place(string City, string State, string Zip, string Country);

/// <summary>A small table of our own: the area codes that the documentation's examples use, and the countries that are met most.</summary>
internal static class AreaCodes
{
    private static readonly Place s_nowhere = new(string.Empty, string.Empty, string.Empty, string.Empty);

    private static readonly Dictionary<string, Place> s_areas = new(StringComparer.Ordinal)
    {
        ["202"] = new("WASHINGTON", "DC", "20001", "US"),
        ["206"] = new("SEATTLE", "WA", "98101", "US"),
        ["212"] = new("NEW YORK", "NY", "10001", "US"),
        ["213"] = new("LOS ANGELES", "CA", "90012", "US"),
        ["303"] = new("DENVER", "CO", "80202", "US"),
        ["305"] = new("MIAMI", "FL", "33101", "US"),
        ["312"] = new("CHICAGO", "IL", "60601", "US"),
        ["404"] = new("ATLANTA", "GA", "30303", "US"),
        ["407"] = new("ORLANDO", "FL", "32801", "US"),
        ["415"] = new("SAN FRANCISCO", "CA", "94105", "US"),
        ["416"] = new("TORONTO", "ON", "M5H", "CA"),
        ["501"] = new("LITTLE ROCK", "AR", "72201", "US"),
        ["503"] = new("PORTLAND", "OR", "97201", "US"),
        ["509"] = new("SPOKANE", "WA", "99201", "US"),
        ["510"] = new("OAKLAND", "CA", "94607", "US"),
        ["512"] = new("AUSTIN", "TX", "78701", "US"),
        ["604"] = new("VANCOUVER", "BC", "V6B", "CA"),
        ["617"] = new("BOSTON", "MA", "02108", "US"),
        ["650"] = new("PALO ALTO", "CA", "94301", "US"),
        ["702"] = new("LAS VEGAS", "NV", "89101", "US"),
        ["713"] = new("HOUSTON", "TX", "77002", "US"),
        ["802"] = new("MONTPELIER", "VT", "05602", "US"),
        ["808"] = new("HONOLULU", "HI", "96813", "US"),
    };

    private static readonly Place s_unknownArea = new(string.Empty, string.Empty, string.Empty, "US");

    private static readonly (string Prefix, Place Place)[] s_countries =
    [
        .. new (string, string)[]
        {
            ("353", "IE"), ("351", "PT"), ("358", "FI"), ("372", "EE"), ("420", "CZ"), ("972", "IL"), ("31", "NL"), ("32", "BE"), ("33", "FR"), ("34", "ES"), ("36", "HU"),
            ("39", "IT"), ("41", "CH"), ("43", "AT"), ("44", "GB"), ("45", "DK"), ("46", "SE"), ("47", "NO"), ("48", "PL"), ("49", "DE"), ("52", "MX"), ("55", "BR"),
            ("61", "AU"), ("64", "NZ"), ("65", "SG"), ("81", "JP"), ("82", "KR"), ("86", "CN"), ("91", "IN"),
        }.Select(c => (c.Item1, new Place(string.Empty, string.Empty, string.Empty, c.Item2))),
    ];

    /// <summary>Where a number is from.</summary>
    public static Place Find(string number)
    {
        if (!number.StartsWith('+'))
        {
            return s_nowhere;
        }

        if (number.StartsWith("+1", StringComparison.Ordinal))
        {
            return number.Length >= 5 && s_areas.TryGetValue(number.Substring(2, 3), out var area) ? area : s_unknownArea;
        }

        foreach (var (prefix, place) in s_countries)
        {
            if (number.AsSpan(1).StartsWith(prefix))
            {
                return place;
            }
        }

        return s_nowhere;
    }
}
