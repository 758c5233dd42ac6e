using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ahoy.Analyzers;

/// <summary>Finds what the build hands over beside the JavaScript: the project's summary and the settings files.</summary>
internal static class ProjectReader
{
    private static readonly ConditionalWeakTable<SourceText, ProjectSummary> s_projects = new();

    /// <summary>The project's summary; <see cref="ProjectSummary.Unknown"/> where the build gives none.</summary>
    public static ProjectSummary ReadProject(ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        foreach (var file in files)
        {
            if (IsNamed(file, ProjectSummaryText.FileName) && file.GetText(cancellation) is { } text)
            {
                return s_projects.GetValue(text, static source => ProjectSummaryText.Read(source.ToString()));
            }
        }

        return ProjectSummary.Unknown;
    }

    /// <summary>
    /// The settings files, which the build hands over as additional files: the compiler applies the sections of an
    /// <c>.editorconfig</c> to C# files alone, and the categories of a <c>.globalconfig</c>, too.
    /// </summary>
    public static SettingsSet ReadSettings(ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        var settings = new List<SettingsFile>();
        foreach (var file in files)
        {
            if ((IsNamed(file, SettingsFile.EditorConfigName) || IsNamed(file, SettingsFile.GlobalConfigName))
                && file.GetText(cancellation) is { } text)
            {
                settings.Add(SettingsFile.Parse(file.Path, text.ToString()));
            }
        }

        return settings.Count == 0 ? SettingsSet.Empty : new SettingsSet(settings);
    }

    private static bool IsNamed(AdditionalText file, string name) =>
        string.Equals(Path.GetFileName(file.Path), name, StringComparison.Ordinal);
}
