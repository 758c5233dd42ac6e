namespace Ahoy.Model;

/// <summary>Finds the settings files that count for a project: those in its folders, and above them.</summary>
public static class SettingsFiles
{
    /// <summary>Reads them.</summary>
    /// <param name="projectFolder">The project's folder, absolute.</param>
    /// <param name="folders">The folders of its files, absolute.</param>
    /// <param name="read">Gives a file's text, or null for one that counts as absent; where it is left out, a file that can't be read is an error.</param>
    /// <exception cref="IOException">A file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file must not be read.</exception>
    public static SettingsSet Of(string projectFolder, IEnumerable<string>? folders = null, Func<string, string?>? read = null)
    {
        read ??= File.ReadAllText;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var folder in (folders ?? []).Append(projectFolder))
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
                if (File.Exists(path) && read(path) is { } text)
                {
                    settings.Add(SettingsFile.Parse(path, text));
                }
            }
        }

        return new SettingsSet(settings);
    }
}
