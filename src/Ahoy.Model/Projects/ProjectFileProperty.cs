using System.Text.RegularExpressions;

namespace Ahoy.Model;

/// <summary>
/// Reads a property of the project file in a folder without MSBuild, for commands that run without it: as it is written there, on a line of its own, and no
/// further. A build hands over what MSBuild knows.
/// </summary>
internal static class ProjectFileProperty
{
    /// <summary>The value of a property that is true or false; null where no project file sets it so.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="property">The property's name.</param>
    public static bool? Find(string folder, string property)
    {
        try
        {
            return Directory.Exists(folder)
                ? Directory.EnumerateFiles(folder, "*.??proj").OrderBy(file => file, StringComparer.Ordinal)
                    .Select(file => Regex.Match(File.ReadAllText(file), $@"<{property}>\s*(true|false)\s*</{property}>", RegexOptions.IgnoreCase))
                    .Where(match => match.Success)
                    .Select(match => (bool?)string.Equals(match.Groups[1].Value, "true", StringComparison.OrdinalIgnoreCase))
                    .FirstOrDefault()
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
