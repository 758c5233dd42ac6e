using Ahoy.Model;

namespace Ahoy.Cli.Output;

/// <summary>Finds the settings files that count for a project: those in its folders, and above them.</summary>
internal static class SettingsFiles
{
    /// <summary>Reads them.</summary>
    /// <param name="projectFolder">The project's folder, absolute.</param>
    /// <param name="folders">The folders of its files, absolute.</param>
    public static SettingsSet Of(string projectFolder, params IReadOnlyCollection<string> folders)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var folder in folders.Append(projectFolder).Distinct())
        {
            for (var current = folder; current is not null && seen.Add(current); current = Path.GetDirectoryName(current))
            {
            }
        }

        var settings = new List<SettingsFile>();
        foreach (var folder in seen)
        {
            foreach (var name in (string[])[SettingsFile.EditorConfigName, SettingsFile.GlobalConfigName])
            {
                var path = Path.Combine(folder, name);
                if (File.Exists(path))
                {
                    settings.Add(SettingsFile.Parse(path, File.ReadAllText(path)));
                }
            }
        }

        return new SettingsSet(settings);
    }
}
