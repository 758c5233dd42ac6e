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
        if (FindLine(text) is { } line)
        {
            throw new PackageManifestException(fileName, line, "is in the middle of a merge: git's conflict markers stand in it; resolve them, then install the packages again");
        }
    }

    /// <summary>The line of the first, from 1; null where there are none.</summary>
    public static int? FindLine(string text) =>
        s_marker.Match(text) is { Success: true } marker ? 1 + text.Take(marker.Index).Count(character => character == '\n') : null;
}
