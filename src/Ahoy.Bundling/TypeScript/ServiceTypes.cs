using System.Text;
using Ahoy.Model;

namespace Ahoy.Bundling.TypeScript;

/// <summary>
/// The types of a service, <c>ahoy.d.ts</c>: what the platform gives to its Functions, the variables of its environment files in <c>context</c>, and the keys of
/// its Functions and private Assets. Pages: Function Execution; Runtime Client; Environment Variables.
/// </summary>
public static class ServiceTypes
{
    private const string Example = ".env.example";

    /// <summary>Where the file of a project lies, absolute.</summary>
    public static string FileOf(ProjectSettings settings) =>
        settings.Layout.TypeScript?.Types ?? Path.Combine(settings.Folder, TypeScriptProject.TypesName);

    /// <summary>Whether the file says what the project holds.</summary>
    /// <exception cref="IOException">A file can't be read.</exception>
    public static bool AreCurrent(ProjectSettings settings) => ReadBefore(settings) == Describe(settings);

    /// <summary>Writes the file; one that is current stays as it is.</summary>
    /// <returns>Whether it was written.</returns>
    /// <exception cref="IOException">It can't be written, or another can't be read.</exception>
    public static bool Write(ProjectSettings settings) => AtomicFile.Write(FileOf(settings), Encoding.UTF8.GetBytes(Describe(settings)));

    private static string Describe(ProjectSettings settings)
    {
        var manifest = new ProjectFolder(settings).ReadManifest();
        var packages = new HashSet<string>(manifest is null ? [] : manifest.Dependencies.Concat(manifest.DevDependencies).Select(package => package.Key));
        var resources = FindResources(settings.Layout).ToList();
        return TypesText.Write(new TypesContent
        {
            Variables = FindVariables(settings),
            Functions = [.. resources.Where(found => found.Kind == ResourceKind.Function).Select(found => found.Path.Value.TrimStart('/')).Distinct()],
            PrivateAssets = [.. resources.Where(found => found.Kind == ResourceKind.Asset && found.Path.Visibility == Visibility.Private).Select(found => found.Path.Value).Distinct()],
            HasTwilio = packages.Contains("twilio"),
            HasRuntimeTypes = packages.Contains("@twilio-labs/serverless-runtime-types"),
            DeclaresResponse = settings.Layout.TypeScript?.CanDeclareResponse == true,
        });
    }

    // Of a project in TypeScript, the names as they will be.
    private static IEnumerable<(ResourceKind Kind, ResourcePath Path)> FindResources(ServiceLayout layout)
    {
        foreach (var kind in new[] { ResourceKind.Function, ResourceKind.Asset })
        {
            var folder = layout.TypeScript?.SourcesOf(kind)
                ?? Path.Combine(layout.ProjectFolder, kind == ResourceKind.Function ? layout.FunctionsFolder : layout.AssetsFolder);
            foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [])
            {
                var name = ProjectPath.Relative(folder, file);
                name = layout.TypeScript is not null && TypeScriptProject.IsSourceName(name) ? Path.ChangeExtension(name, ".js").Replace('\\', '/') : name;
                if (!name.Contains("node_modules/") && ResourceScanner.IsResourceName(kind, Path.GetFileName(name)))
                {
                    yield return (kind, ResourcePath.FromFile(kind, name));
                }
            }
        }
    }

    // The environment file is seldom under version control, and the types are: where it is missing, what the file said before stays.
    private static SortedSet<string> FindVariables(ProjectSettings settings)
    {
        var files = new[] { settings.EnvFile, settings.DeployEnvFile }.Distinct().Select(name => Path.Combine(settings.Folder, name)).Where(File.Exists).ToList();
        var names = files.Append(Path.Combine(settings.Folder, Example)).Where(File.Exists).SelectMany(file => EnvFile.Load(file).Variables).Select(variable => variable.Name);
        return new SortedSet<string>(files.Count > 0 ? names : names.Concat(TypesText.ReadVariables(ReadBefore(settings))), StringComparer.Ordinal);
    }

    private static string ReadBefore(ProjectSettings settings) =>
        File.Exists(FileOf(settings)) ? File.ReadAllText(FileOf(settings), Encoding.UTF8).Replace("\r\n", "\n") : "";
}
