namespace Ahoy.Simulator.Rest.Resources.Numbers;

/// <summary>
/// What is known of the world's numbers: country codes, how many digits follow, how a number is written at home. Decided by us, and small: the
/// countries that the documentation's examples use, and the largest others. A code that isn't here is valid with 4 to 15 digits in all.
/// </summary>
internal static class NumberingPlan
{
    /// <param name="Country">ISO code.</param>
    /// <param name="Code">Dialled after the plus sign.</param>
    /// <param name="Shortest">Digits after the code, at least.</param>
    /// <param name="Longest">Digits after the code, at most.</param>
    /// <param name="Trunk">Dialled before the number at home.</param>
    internal sealed record Plan(string Country, string Code, int Shortest, int Longest, string Trunk);

    private static readonly Plan[] s_plans =
    [
        new("US", "1", 10, 10, ""), new("GB", "44", 9, 10, "0"), new("DE", "49", 6, 11, "0"), new("FR", "33", 9, 9, "0"), new("ES", "34", 9, 9, ""),
        new("IT", "39", 6, 11, ""), new("NL", "31", 9, 9, "0"), new("BE", "32", 8, 9, "0"), new("CH", "41", 9, 9, "0"), new("AT", "43", 7, 13, "0"),
        new("SE", "46", 7, 9, "0"), new("NO", "47", 8, 8, ""), new("DK", "45", 8, 8, ""), new("FI", "358", 6, 11, "0"), new("PL", "48", 9, 9, ""),
        new("CZ", "420", 9, 9, ""), new("PT", "351", 9, 9, ""), new("IE", "353", 7, 9, "0"), new("EE", "372", 7, 8, ""), new("UA", "380", 9, 9, "0"),
        new("AU", "61", 9, 9, "0"), new("NZ", "64", 8, 10, "0"), new("JP", "81", 9, 10, "0"), new("KR", "82", 8, 10, "0"), new("CN", "86", 10, 11, "0"),
        new("HK", "852", 8, 8, ""), new("SG", "65", 8, 8, ""), new("IN", "91", 10, 10, "0"), new("ID", "62", 8, 12, "0"), new("PH", "63", 8, 10, "0"),
        new("MX", "52", 10, 10, ""), new("BR", "55", 10, 11, "0"), new("AR", "54", 10, 11, "0"), new("CL", "56", 9, 9, ""), new("CO", "57", 10, 10, ""),
        new("ZA", "27", 9, 9, "0"), new("NG", "234", 8, 10, "0"), new("KE", "254", 9, 9, "0"), new("IL", "972", 8, 9, "0"), new("AE", "971", 8, 9, "0"),
    ];

    private static readonly HashSet<string> s_canada =
    [
        "204", "226", "236", "249", "250", "289", "306", "343", "365", "403", "416", "418", "431", "437", "438", "450", "506", "514", "519", "548",
        "579", "581", "587", "604", "613", "639", "647", "672", "705", "709", "778", "780", "782", "807", "819", "825", "867", "873", "902", "905",
    ];

    /// <summary>The plan that a number in E.164 belongs to, or null.</summary>
    internal static Plan? Find(string number)
    {
        Plan? best = null;
        foreach (var plan in s_plans)
        {
            if (number.AsSpan(1).StartsWith(plan.Code) && (best is null || plan.Code.Length > best.Code.Length))
            {
                best = plan;
            }
        }

        return best?.Code == "1" && number.Length >= 5 && s_canada.Contains(number.Substring(2, 3)) ? best with { Country = "CA" } : best;
    }

    /// <summary>A number as it was asked for, in E.164: a national one belongs to the country, or to the United States.</summary>
    internal static string ToE164(string number, string? country)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        if (number.TrimStart().StartsWith('+'))
        {
            return $"+{digits}";
        }

        var code = country is null or "CA" ? "US" : country.ToUpperInvariant();
        var plan = Array.Find(s_plans, candidate => candidate.Country == code) ?? s_plans[0];
        return plan.Code == "1" && digits.Length == 11 && digits[0] == '1' ? $"+{digits}"
            : plan.Trunk.Length > 0 && digits.StartsWith(plan.Trunk, StringComparison.Ordinal) ? $"+{plan.Code}{digits[plan.Trunk.Length..]}"
            : $"+{plan.Code}{digits}";
    }

    /// <summary>What is wrong with a number, in the words of Lookups; null where nothing is.</summary>
    internal static string? Problem(string number)
    {
        var digits = number.Length - 1;
        if (digits == 0 || number.AsSpan(1).IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return "NOT_A_NUMBER";
        }

        if (number[1] == '0')
        {
            return "INVALID_COUNTRY_CODE";
        }

        var plan = Find(number);
        var (shortest, longest) = plan is null ? (4, 15) : (plan.Code.Length + plan.Shortest, plan.Code.Length + plan.Longest);
        return digits < shortest ? "TOO_SHORT"
            : digits > longest ? "TOO_LONG"
            : plan?.Code == "1" && number[2] is '0' or '1' ? "INVALID_BUT_POSSIBLE"
            : null;
    }

    /// <summary>As it is written at home: `(415) 555-2671`, `07700 900123`.</summary>
    internal static string NationalFormat(string number)
    {
        if (Find(number) is not { } plan)
        {
            return number;
        }

        var local = number[(1 + plan.Code.Length)..];
        return plan.Code == "1" && local.Length == 10 ? $"({local[..3]}) {local[3..6]}-{local[6..]}" : $"{plan.Trunk}{local[..Math.Min(4, local.Length)]} {local[Math.Min(4, local.Length)..]}".TrimEnd();
    }
}
