namespace Ahoy.Model;

/// <summary>Finds what somebody may have meant.</summary>
public static class ClosestName
{
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

    /// <summary>
    /// How many mistakes make one name of the other: a letter more, less, or other, or two neighbours exchanged. Case alone counts nothing.
    /// </summary>
    public static int Distance(string one, string other)
    {
        var costs = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    costs[i, j] = i + j;
                    continue;
                }

                var change = costs[i - 1, j - 1] + (IsSame(one[i - 1], other[j - 1]) ? 0 : 1);
                costs[i, j] = Math.Min(change, Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1);
                if (i > 1 && j > 1 && IsSame(one[i - 1], other[j - 2]) && IsSame(one[i - 2], other[j - 1]))
                {
                    costs[i, j] = Math.Min(costs[i, j], costs[i - 2, j - 2] + 1);
                }
            }
        }

        return costs[one.Length, other.Length];
    }

    private static bool IsSame(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
