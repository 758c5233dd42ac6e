namespace Ahoy.Analysis.Platform;

/// <summary>Finds what somebody may have meant.</summary>
internal static class ClosestName
{
    /// <summary>The property of a finding in which a code fix finds the name.</summary>
    public const string Property = "Closest";

    /// <summary>The candidate with the fewest letters to change, if that is few enough to be a mistake in writing.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        string? closest = null;
        var least = Math.Max(2, name.Length / 3) + 1;
        foreach (var candidate in candidates.OrderBy(candidate => candidate, StringComparer.Ordinal))
        {
            var distance = Math.Abs(candidate.Length - name.Length) >= least ? least : Distance(name, candidate);
            if (distance < least)
            {
                (closest, least) = (candidate, distance);
            }
        }

        return closest;
    }

    /// <summary>How many letters must be put in, left out or replaced to make one name of the other; case alone counts nothing.</summary>
    private static int Distance(string one, string other)
    {
        var previous = new int[other.Length + 1];
        var current = new int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]);
                current[j] = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, previous[j - 1] + (same ? 0 : 1));
            }

            (previous, current) = (current, previous);
        }

        return previous[other.Length];
    }
}
