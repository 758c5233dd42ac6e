using Ahoy.Host.ControlPlane.Builds;
using Ahoy.Host.Storage;
using Ahoy.Model;

namespace Ahoy.Host.ControlPlane.Serving;

/// <summary>
/// Lays a Build out on the disk as Node needs it: Functions as <c>.js</c> files below the <c>node_modules</c> of their Build, and private
/// Assets under their names. What the gateway serves itself stays where it is stored.
/// </summary>
internal sealed class BuildLayout(ContentStore contents, ModuleCache modules)
{
    // No path can have this character, so that no Function's file is in the way of the root's.
    private const string RootName = "@root";

    /// <summary>The Build in the vocabulary of the other parts.</summary>
    public Build Describe(BuildRow row, IReadOnlyList<VersionRow> versions, string serviceName) => new(
        serviceName,
        row.Runtime,
        row.Dependencies.Select(d => new Dependency(d.Name, d.Version, locked: null)),
        versions.Select(v => new Resource(v.Kind, v.Path, v.Visibility, RelativeFile(v.Kind, v.Path, v.Sid), v.Size, v.ContentType, v.Sha256)));

    /// <summary>The folder of a Build.</summary>
    public string FolderOf(BuildRow row) => modules.FolderOf(row.ModulesKey ?? ModuleCache.None, row.Sid);

    /// <summary>The <c>node_modules</c> of a Build, or null.</summary>
    public string? ModulesOf(BuildRow row) => modules.ModulesOf(row.ModulesKey ?? ModuleCache.None);

    /// <summary>Where the content of a resource lies.</summary>
    public string FileOf(string folder, Resource resource) =>
        IsLaidOut(resource) ? Path.Combine(folder, resource.File) : contents.PathOf(resource.Sha256);

    /// <summary>Writes what is missing of a Build's files. Small ones are what it writes, and none is written twice.</summary>
    public void Ensure(Build build, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var resource in build.Resources.Where(IsLaidOut))
        {
            var file = new FileInfo(FileOf(folder, resource));

            // A crash may have cut the file short.
            if (!file.Exists || file.Length != resource.Size)
            {
                AtomicFile.Copy(contents.PathOf(resource.Sha256), file.FullName);
            }
        }
    }

    private static bool IsLaidOut(Resource resource) =>
        resource.Kind == ResourceKind.Function || resource.Visibility == Visibility.Private;

    // Of two Assets one's path may be a folder of the other's: each gets a folder of its own. Functions end in .js, which keeps
    // them apart from folders.
    private static string RelativeFile(ResourceKind kind, string path, string versionSid)
    {
        var relative = path == "/" ? RootName : path[1..];
        return kind == ResourceKind.Function
            ? $"functions/{relative}{ResourcePath.FunctionExtension}"
            : $"assets/{versionSid}/{relative.Split('/')[^1]}";
    }
}
