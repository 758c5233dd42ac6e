namespace Ahoy.Analysis;

/// <summary>What the build says about a file that it hands to the compiler: whether it is a Function or an Asset, and which.</summary>
internal static class ResourceMetadata
{
    private const string Prefix = "build_metadata.AdditionalFiles.";

    /// <summary>The resource that the file is; null for any other file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="valueOf">What the build says of it, by the compiler's name for it; null where it says nothing.</param>
    /// <param name="project">The project, which knows the file by its path in the project.</param>
    public static ProjectResource? Read(string file, Func<string, string?> valueOf, ProjectSummary project) =>
        Enum.TryParse<ResourceKind>(valueOf(Prefix + "AhoyKind"), ignoreCase: true, out var kind)
        && Enum.TryParse<Visibility>(valueOf(Prefix + "AhoyVisibility"), ignoreCase: true, out var visibility)
        && valueOf(Prefix + "AhoyPath") is { } path
            ? project.Resources.FirstOrDefault(r => r.Kind == kind && r.Visibility == visibility && r.Path == path)
                ?? new ProjectResource(kind, visibility, file, path)
            : null;
}
