using System.Globalization;
using System.Text.RegularExpressions;

namespace Ahoy.Model;

/// <summary>A range of versions as npm writes it: <c>^1.2.0</c>, <c>&gt;=20 &lt;23</c>, <c>18.x || 20.x</c>, <c>1.2.3 - 2</c>.</summary>
public sealed class VersionRange
{
    private static readonly Regex s_version = new(
        @"^[v=\s]*(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?(-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$", RegexOptions.CultureInvariant);

    private static readonly Regex s_comparator = new(
        @"^(\^|~>?|>=|<=|>|<|=)?\s*v?(?:([xX*])|(\d{1,9})(?:\.(\d{1,9}|[xX*]))?(?:\.(\d{1,9}|[xX*]))?(-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?)$",
        RegexOptions.CultureInvariant);

    private readonly IReadOnlyList<IReadOnlyList<(Version From, Version To)>> _alternatives;
    private readonly HashSet<string> _prereleases;

    private VersionRange(IReadOnlyList<IReadOnlyList<(Version From, Version To)>> alternatives, HashSet<string> prereleases)
    {
        _alternatives = alternatives;
        _prereleases = prereleases;
    }

    /// <summary>Reads a range; null where it is none (a tag, an address, a name like <c>lts/*</c>).</summary>
    public static VersionRange? Parse(string text)
    {
        var alternatives = new List<IReadOnlyList<(Version, Version)>>();
        var prereleases = new HashSet<string>(StringComparer.Ordinal);
        foreach (var alternative in text.Split(["||"], StringSplitOptions.None))
        {
            var normal = Regex.Replace(alternative.Trim(), @"(?<=[\^~<>=])\s+", "");
            normal = Regex.Replace(normal, @"^(\S+)\s+-\s+(\S+)$", ">=$1 <=$2");
            var bounds = new List<(Version, Version)>();
            foreach (var part in normal.Split([' '], StringSplitOptions.RemoveEmptyEntries))
            {
                if (s_comparator.Match(part) is not { Success: true } match)
                {
                    return null;
                }

                if (match.Groups[6].Success)
                {
                    prereleases.Add($"{match.Groups[3].Value}.{match.Groups[4].Value}.{match.Groups[5].Value}{match.Groups[6].Value}");
                }

                bounds.Add(Bounds(match));
            }

            alternatives.Add(bounds);
        }

        return new VersionRange(alternatives, prereleases);
    }

    /// <summary>Whether a version is in the range. A prerelease is only where the range names it, or where its release would be.</summary>
    public bool Contains(string version)
    {
        if (ParseVersion(version) is not { } parsed)
        {
            return false;
        }

        var plain = version.TrimStart('v', '=', ' ');
        return _prereleases.Contains(plain)
            || _alternatives.Any(bounds => bounds.All(bound => parsed >= bound.From && parsed < bound.To));
    }

    /// <summary>Whether some version of a major version is in the range.</summary>
    public bool ContainsMajor(int major) => _alternatives.Any(bounds =>
    {
        var from = bounds.Select(bound => bound.From).Append(new Version(major, 0, 0)).Max();
        var to = bounds.Select(bound => bound.To).Append(new Version(major + 1, 0, 0)).Min();
        return from < to;
    });

    /// <summary>Whether a text is a version.</summary>
    public static bool IsVersion(string text) => ParseVersion(text) is not null;

    /// <summary>The three numbers of a version, or null where it is none.</summary>
    internal static Version? ParseVersion(string text) => s_version.Match(text.Trim()) is { Success: true } match
        ? new Version(Number(match.Groups[1]), Number(match.Groups[2]), Number(match.Groups[3]))
        : null;

    private static (Version From, Version To) Bounds(Match match)
    {
        var all = (new Version(0, 0, 0), new Version(int.MaxValue, 0, 0));
        if (match.Groups[2].Success)
        {
            return all;
        }

        var major = Number(match.Groups[3]);
        var hasMinor = IsNumber(match.Groups[4]);
        var hasPatch = hasMinor && IsNumber(match.Groups[5]);
        var from = new Version(major, hasMinor ? Number(match.Groups[4]) : 0, hasPatch ? Number(match.Groups[5]) : 0);

        // What the numbers that are left out may be.
        var after = !hasMinor ? new Version(major + 1, 0, 0) : !hasPatch ? new Version(major, from.Minor + 1, 0) : new Version(major, from.Minor, from.Build + 1);
        return match.Groups[1].Value switch
        {
            ">=" => (from, all.Item2),
            ">" => (after, all.Item2),
            "<" => (all.Item1, from),
            "<=" => (all.Item1, after),
            "^" => (from, !hasMinor || major > 0 ? new Version(major + 1, 0, 0) : !hasPatch || from.Minor > 0 ? new Version(0, from.Minor + 1, 0) : after),
            "~" or "~>" => (from, hasMinor ? new Version(major, from.Minor + 1, 0) : after),
            _ => (from, after),
        };
    }

    private static bool IsNumber(Group group) => group.Success && group.Value is not ("x" or "X" or "*");

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;
}
