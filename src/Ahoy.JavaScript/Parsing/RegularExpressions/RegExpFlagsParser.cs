namespace Ahoy.JavaScript.Parsing.RegularExpressions;

/// <summary>Reads the letters after a regular expression's closing slash.</summary>
internal static class RegExpFlagsParser
{
    public static bool TryParse(string letters, out RegExpFlags flags, out int errorIndex, out string message)
    {
        flags = RegExpFlags.None;
        for (errorIndex = 0; errorIndex < letters.Length; errorIndex++)
        {
            var flag = FlagOf(letters[errorIndex]);
            if (flag == RegExpFlags.None)
            {
                message = "Unknown regular expression flag; the flags are d, g, i, m, s, u, v and y.";
                return false;
            }

            if ((flags & flag) != 0)
            {
                message = $"The regular expression flag '{letters[errorIndex]}' is given twice.";
                return false;
            }

            flags |= flag;
            if ((flags & RegExpFlags.Unicode) != 0 && (flags & RegExpFlags.UnicodeSets) != 0)
            {
                message = "A regular expression can't have both the flags 'u' and 'v'.";
                return false;
            }
        }

        message = "";
        return true;
    }

    public static RegExpFlags FlagOf(char letter) => letter switch
    {
        'd' => RegExpFlags.HasIndices,
        'g' => RegExpFlags.Global,
        'i' => RegExpFlags.IgnoreCase,
        'm' => RegExpFlags.Multiline,
        's' => RegExpFlags.DotAll,
        'u' => RegExpFlags.Unicode,
        'v' => RegExpFlags.UnicodeSets,
        'y' => RegExpFlags.Sticky,
        _ => RegExpFlags.None,
    };
}
