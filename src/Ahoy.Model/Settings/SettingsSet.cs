namespace Ahoy.Model;

/// <summary>All settings files that may be about a project's files: what they say together is what the compiler makes of them.</summary>
public sealed class SettingsSet
{
    private readonly List<SettingsFile> _editorConfigs;
    private readonly List<SettingsFile> _globalConfigs;

    /// <summary>Takes the files, in any order.</summary>
    public SettingsSet(IEnumerable<SettingsFile> files)
    {
        // Of two files the inner one counts, so it comes later.
        var ordered = files.OrderBy(file => file.Folder.Length).ToList();
        _editorConfigs = ordered.FindAll(file => !file.IsGlobal);
        _globalConfigs = ordered.FindAll(file => file.IsGlobal);
    }

    /// <summary>No settings at all.</summary>
    public static SettingsSet Empty { get; } = new([]);

    /// <summary>What they say about one file.</summary>
    /// <param name="path">The file, absolute.</param>
    public FileSeverities For(string path)
    {
        if (_editorConfigs.Count == 0 && _globalConfigs.Count == 0)
        {
            return FileSeverities.Default;
        }

        var severities = new SeverityCollector();
        foreach (var file in _globalConfigs)
        {
            severities.Add(file.Preamble);
        }

        var below = _editorConfigs.FindAll(file => file.RelativePath(path) is not null);
        for (var i = Math.Max(0, below.FindLastIndex(file => file.IsRoot)); i < below.Count; i++)
        {
            var relative = below[i].RelativePath(path)!;
            foreach (var section in below[i].Sections)
            {
                if (section.Files!.Matches(relative))
                {
                    severities.Add(section);
                }
            }
        }

        return severities.ToFileSeverities();
    }
}
