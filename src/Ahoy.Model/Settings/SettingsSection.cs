namespace Ahoy.Model;

/// <summary>What one section of a settings file says; a null severity puts the default back.</summary>
internal sealed class SettingsSection
{
    private const string RulePrefix = "dotnet_diagnostic.";
    private const string AllPrefix = "dotnet_analyzer_diagnostic.";
    private const string CategoryPrefix = "category-";
    private const string Suffix = "severity";

    public SettingsSection(PathPattern? files) => Files = files;

    /// <summary>The files that it is about; null where it is about all.</summary>
    public PathPattern? Files { get; }

    /// <summary>By id.</summary>
    public Dictionary<string, Severity?> Ids { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>By category.</summary>
    public Dictionary<string, Severity?> Categories { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>For all of them.</summary>
    public Severity? ForAll { get; private set; }

    /// <summary>Takes a line of the section, if it is one about severities.</summary>
    public void Read(string key, string value)
    {
        if (!TryReadSeverity(value, out var severity))
        {
            return;
        }

        if (Middle(key, RulePrefix) is { } id)
        {
            Ids[id] = severity;
        }
        else if (Middle(key, AllPrefix) is { } group)
        {
            if (group.StartsWith(CategoryPrefix, StringComparison.OrdinalIgnoreCase))
            {
                Categories[group.Substring(CategoryPrefix.Length)] = severity;
            }
        }
        else if (string.Equals(key, AllPrefix + Suffix, StringComparison.OrdinalIgnoreCase))
        {
            ForAll = severity;
        }
    }

    private static string? Middle(string key, string prefix)
    {
        const string End = "." + Suffix;
        return key.Length > prefix.Length + End.Length
            && key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            && key.EndsWith(End, StringComparison.OrdinalIgnoreCase)
            ? key.Substring(prefix.Length, key.Length - prefix.Length - End.Length)
            : null;
    }

    private static bool TryReadSeverity(string value, out Severity? severity)
    {
        severity = value.ToUpperInvariant() switch
        {
            "ERROR" => Severity.Error,
            "WARNING" => Severity.Warning,
            "SUGGESTION" => Severity.Info,
            "SILENT" or "REFACTORING" => Severity.Hidden,
            "NONE" => Severity.None,
            _ => null,
        };
        return severity is not null || string.Equals(value, "default", StringComparison.OrdinalIgnoreCase);
    }
}
