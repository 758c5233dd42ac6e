using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ahoy.Analyzers;

/// <summary>What the build says about an additional file: whether it is a Function or an Asset, and which.</summary>
internal static class ResourceMetadata
{
    private const string Prefix = "build_metadata.AdditionalFiles.";

    /// <summary>The resource that the file is; null for any other file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">Where the build puts what it says of files.</param>
    /// <param name="project">The project, which knows the file by its path in the project.</param>
    public static ProjectResource? Read(AdditionalText file, AnalyzerConfigOptionsProvider options, ProjectSummary project)
    {
        var metadata = options.GetOptions(file);
        return metadata.TryGetValue(Prefix + "AhoyKind", out var kindName)
            && Enum.TryParse<ResourceKind>(kindName, ignoreCase: true, out var kind)
            && metadata.TryGetValue(Prefix + "AhoyVisibility", out var visibilityName)
            && Enum.TryParse<Visibility>(visibilityName, ignoreCase: true, out var visibility)
            && metadata.TryGetValue(Prefix + "AhoyPath", out var path)
            ? project.Resources.FirstOrDefault(r => r.Kind == kind && r.Visibility == visibility && r.Path == path)
                ?? new ProjectResource(kind, visibility, file.Path, path)
            : null;
    }
}
