namespace Ahoy.Model;

/// <summary>An <c>.editorconfig</c> or <c>.globalconfig</c>, as far as it is about severities.</summary>
public sealed class SettingsFile
{
    /// <summary>The name of a file whose sections are about the files below its folder.</summary>
    public const string EditorConfigName = ".editorconfig";
    /// <summary>The name of a file that is about all files.</summary>
    public const string GlobalConfigName = ".globalconfig";

    private SettingsFile(string folder) => Folder = folder;

    /// <summary>Its folder, with forward slashes and without one at the end.</summary>
    public string Folder { get; }

    /// <summary>Whether settings files in the folders above do not count.</summary>
    public bool IsRoot { get; private set; }

    /// <summary>Whether what stands before its first section holds for every file.</summary>
    public bool IsGlobal { get; private set; }

    /// <summary>What stands before the first section.</summary>
    internal SettingsSection Preamble { get; } = new(files: null);

    /// <summary>The sections, in the order of the file; those with a heading that is not valid are left out.</summary>
    internal List<SettingsSection> Sections { get; } = [];

    /// <summary>Reads a file. What it can't understand it passes over, as the compiler does.</summary>
    public static SettingsFile Parse(string path, string text)
    {
        var normalized = path.Replace('\\', '/');
        var slash = normalized.LastIndexOf('/');
        var file = new SettingsFile(slash < 0 ? "" : normalized.Substring(0, slash))
        {
            IsGlobal = normalized.Substring(slash + 1) == GlobalConfigName,
        };
        SettingsSection? section = file.Preamble;
        foreach (var line in text.Split('\n'))
        {
            var content = line.Trim();
            if (content.Length == 0 || content[0] is '#' or ';')
            {
                continue;
            }

            if (content[0] == '[')
            {
                section = file.StartSection(content);
            }
            else if (TryReadPair(content, out var key, out var value))
            {
                file.ReadPair(section, key, value);
            }
        }

        return file;
    }

    /// <summary>The path of a file from this one's folder on, with a leading slash; null where it is not below it.</summary>
    public string? RelativePath(string path)
    {
        var normalized = path.Replace('\\', '/');
        return normalized.Length > Folder.Length
            && normalized[Folder.Length] == '/'
            && normalized.StartsWith(Folder, StringComparison.Ordinal)
            ? normalized.Substring(Folder.Length)
            : null;
    }

    private SettingsSection? StartSection(string line)
    {
        var content = WithoutComment(line);
        var close = content.LastIndexOf(']');
        if (close <= 1 || PathPattern.Parse(content.Substring(1, close - 1)) is not { } pattern)
        {
            return null;
        }

        var section = new SettingsSection(pattern);
        Sections.Add(section);
        return section;
    }

    private void ReadPair(SettingsSection? section, string key, string value)
    {
        if (ReferenceEquals(section, Preamble))
        {
            IsRoot |= IsTrue(key, "root", value);
            IsGlobal |= IsTrue(key, "is_global", value);
        }

        section?.Read(key, value);
    }

    private static bool IsTrue(string key, string name, string value) =>
        string.Equals(key, name, StringComparison.OrdinalIgnoreCase) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    private static bool TryReadPair(string line, out string key, out string value)
    {
        key = value = "";
        var separator = line.IndexOfAny(['=', ':']);
        if (separator <= 0)
        {
            return false;
        }

        key = line.Substring(0, separator).Trim();
        value = WithoutComment(line.Substring(separator + 1)).Trim();
        return key.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_');
    }

    private static string WithoutComment(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] is '#' or ';')
            {
                return text.Substring(0, i);
            }
        }

        return text;
    }
}
