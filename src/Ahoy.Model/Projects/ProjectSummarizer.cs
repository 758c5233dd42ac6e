using System.Text;

namespace Ahoy.Model;

/// <summary>Makes the <see cref="ProjectSummary"/> of a project from what lies in its folder.</summary>
/// <remarks>
/// A file that can't be read counts as absent: the checks of the Build report it, and the rules stay silent about what they
/// can't know.
/// </remarks>
public static class ProjectSummarizer
{
    /// <summary>Looks at a project.</summary>
    /// <param name="projectFolder">The project's folder, absolute.</param>
    /// <param name="resources">Its Functions and Assets.</param>
    /// <param name="envFile">The environment file, relative to the project or absolute; null or empty for none.</param>
    /// <param name="runtime">The runtime; null or empty for the default.</param>
    public static ProjectSummary Summarize(
        string projectFolder, IEnumerable<ResourceFile> resources, string? envFile, string? runtime)
    {
        var packages = ReadPackages(projectFolder);
        return new ProjectSummary(
            string.IsNullOrEmpty(runtime) ? NodeRuntime.Default : runtime!,
            [.. resources.Select(r => new ProjectResource(r.Kind, r.Visibility, r.File, r.Path))],
            ReadVariables(projectFolder, envFile),
            packages,
            ReadRequireSupport(projectFolder, packages));
    }

    private static IEnumerable<KeyValuePair<string, RequireSupport>> ReadRequireSupport(
        string projectFolder, List<KeyValuePair<string, DependencyKind>>? packages) =>
        (packages ?? [])
            .Select(package => package.Key)
            .Distinct()
            .Select(name => new KeyValuePair<string, RequireSupport>(name, InstalledPackage.RequireSupportOf(projectFolder, name)))
            .Where(package => package.Value != RequireSupport.Works);

    private static List<string>? ReadVariables(string projectFolder, string? envFile)
    {
        if (string.IsNullOrEmpty(envFile))
        {
            return null;
        }

        return Read(Path.Combine(projectFolder, envFile), EnvFile.Load)?.Variables.Select(variable => variable.Name).ToList();
    }

    private static List<KeyValuePair<string, DependencyKind>>? ReadPackages(string projectFolder)
    {
        if (ReadText(Path.Combine(projectFolder, PackageManifest.FileName)) is not { } text)
        {
            return null;
        }

        PackageManifest manifest;
        try
        {
            manifest = PackageManifest.Parse(text, PackageManifest.FileName);
        }
        catch (PackageManifestException)
        {
            return null;
        }

        var packages = new List<KeyValuePair<string, DependencyKind>>();
        Add(manifest.Dependencies, DependencyKind.Dependency);
        Add(manifest.DevDependencies, DependencyKind.DevDependency);
        Add(manifest.OptionalDependencies, DependencyKind.OptionalDependency);
        Add(manifest.PeerDependencies, DependencyKind.PeerDependency);
        return packages;

        void Add(IReadOnlyDictionary<string, string> list, DependencyKind kind) =>
            packages.AddRange(list.Keys.Select(name => new KeyValuePair<string, DependencyKind>(name, kind)));
    }

    private static string? ReadText(string file) => Read(file, static path => File.ReadAllText(path, Encoding.UTF8));

    private static T? Read<T>(string file, Func<string, T> read)
        where T : class
    {
        try
        {
            return File.Exists(file) ? read(file) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
