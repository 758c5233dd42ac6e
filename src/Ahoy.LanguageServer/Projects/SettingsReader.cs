using Ahoy.Model;

namespace Ahoy.LanguageServer.Projects;

/// <summary>Reads the settings files that count for a project: those in its folders, and above them.</summary>
internal static class SettingsReader
{
    /// <summary>Reads them.</summary>
    public static SettingsSet Read(string projectFolder, IEnumerable<string> folders)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var folder in folders.Append(projectFolder))
        {
            for (var current = folder; current is not null && seen.Add(current); current = Path.GetDirectoryName(current))
            {
            }
        }

        var settings = new List<SettingsFile>();
        foreach (var path in seen.SelectMany(folder => new[] { Path.Combine(folder, SettingsFile.EditorConfigName), Path.Combine(folder, SettingsFile.GlobalConfigName) }).Where(File.Exists))
        {
            try
            {
                settings.Add(SettingsFile.Parse(path, File.ReadAllText(path)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It counts as absent.
            }
        }

        return new SettingsSet(settings);
    }
}
