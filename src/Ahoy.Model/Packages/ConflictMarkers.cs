using System.Text.RegularExpressions;

namespace Ahoy.Model;

/// <summary>What git leaves in a file that two branches have changed.</summary>
internal static class ConflictMarkers
{
    private static readonly Regex s_marker = new(@"^(?:<{7}|>{7})[ \r\n]|^={7}\r?$", RegexOptions.CultureInvariant | RegexOptions.Multiline);

    /// <summary>Says where they are.</summary>
    /// <exception cref="PackageManifestException">There are some.</exception>
    public static void Check(string text, string fileName)
    {
        if (s_marker.Match(text) is { Success: true } marker)
        {
            var line = 1 + text.Take(marker.Index).Count(character => character == '\n');
            throw new PackageManifestException(fileName, line, "is in the middle of a merge: git's conflict markers stand in it; resolve them, then install the packages again");
        }
    }
}
