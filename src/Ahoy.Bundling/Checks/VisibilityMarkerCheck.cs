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
        !s_words.Contains(part) && ClosestName.Distance(part, marker) <= (marker.Length > 7 ? 2 : 1);
}
