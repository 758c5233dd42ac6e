using System.Text.RegularExpressions;

namespace Ahoy.TestSupport.Guides;

/// <summary>Compares what a guide shows with what a program has written: times, SIDs and process ids are another's each time, and … stands for whatever is left out.</summary>
public static partial class ShownText
{
    /// <summary>Whether all of a text is as it is shown.</summary>
    public static bool Fits(string shown, string written) => Regex.IsMatch(Normalize(written), $@"\A{Pattern(shown)}\z", RegexOptions.None, TimeSpan.FromSeconds(10));

    /// <summary>Whether a text has the lines that are shown, one after the other.</summary>
    public static bool Has(string shown, string written) => Regex.IsMatch(Normalize(written), $@"(?m)^{Pattern(shown)}", RegexOptions.None, TimeSpan.FromSeconds(10));

    private static string Pattern(string shown) => string.Concat(
        Normalize(shown).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
            line.Trim() == "…" ? "(?:.*\n)*?" : string.Join(".*?", line.Split('…').Select(Regex.Escape)) + "\n"));

    private static string Normalize(string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).Select(line => line + "\n");
        var all = string.Concat(lines);
        all = Time().Replace(all, "hh:mm:ss");
        all = Duration().Replace(all, "N $1");
        all = Sid().Replace(all, "$1_sid");
        all = ProcessId().Replace(all, "pid=N");
        return Spaces().Replace(all, " ");
    }

    [GeneratedRegex(@"\b\d\d:\d\d:\d\d\b")]
    private static partial Regex Time();

    [GeneratedRegex(@"\b\d+(?:\.\d+)? (ms|s|kB)\b")]
    private static partial Regex Duration();

    [GeneratedRegex(@"\b([A-Z]{2})[0-9a-f]{32}\b")]
    private static partial Regex Sid();

    [GeneratedRegex(@"\bpid=\d+")]
    private static partial Regex ProcessId();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();
}
