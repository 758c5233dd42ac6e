using Ahoy.Model;

namespace Ahoy.Bundling.Checks;

/// <summary>AHOY5004: a visibility marker looks misspelt, or stands where it has no effect. Page: Understanding Visibility.</summary>
internal sealed class VisibilityMarkerCheck : IBuildCheck
{
    private static readonly string[] s_markers = ["private", "protected"];

    // Words of their own that differ from a marker by a letter or two.
    private static readonly HashSet<string> s_words =
        new(StringComparer.OrdinalIgnoreCase) { "primate", "privates", "projected", "protector", "protects", "protract", "protracted" };

    public IEnumerable<Problem> Check(BuildCandidate candidate) =>
        candidate.Resources
            .Select(content => content.Resource)
            .Select(resource => (resource.File, Reason: Describe(resource)))
            .Where(found => found.Reason is not null)
            .Select(found => new Problem("AHOY5004", Severity.Warning, found.Reason!, found.File));

    private static string? Describe(Resource resource)
    {
        // Only what is left in the path has not taken effect.
        var parts = resource.Path.Split('/');
        foreach (var folder in parts.Take(parts.Length - 1))
        {
            if (folder.Split('.').Skip(1).FirstOrDefault(IsMarker) is { } marker)
            {
                return $"the marker '.{marker}' in the name of a folder has no effect, so that the file is {Visibility(resource)}: put it into the file's name, before the extension";
            }
        }

        foreach (var part in parts[parts.Length - 1].Split('.').Skip(1))
        {
            if (IsMarker(part))
            {
                return $"the marker '.{part}' has no effect where it stands, so that the file is {Visibility(resource)}: it belongs directly before the extension";
            }

            if (s_markers.FirstOrDefault(marker => LooksLike(part, marker)) is { } meant)
            {
                return $"'.{part}.' looks like the marker '.{meant}.' and is none, so that the file is {Visibility(resource)}: correct it, or rename the file";
            }
        }

        return null;
    }

    private static string Visibility(Resource resource) => resource.Visibility.ToString().ToLowerInvariant();

    private static bool IsMarker(string part) => s_markers.Contains(part, StringComparer.Ordinal);

    private static bool LooksLike(string part, string marker) =>
        !s_words.Contains(part) && Distance(part.ToLowerInvariant(), marker) <= (marker.Length > 7 ? 2 : 1);

    /// <summary>Edits from one word to the other: a letter more, less, or other, or two neighbours exchanged.</summary>
    private static int Distance(string from, string to)
    {
        var costs = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    costs[i, j] = i + j;
                    continue;
                }

                var change = costs[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                costs[i, j] = Math.Min(change, Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    costs[i, j] = Math.Min(costs[i, j], costs[i - 2, j - 2] + 1);
                }
            }
        }

        return costs[from.Length, to.Length];
    }
}
