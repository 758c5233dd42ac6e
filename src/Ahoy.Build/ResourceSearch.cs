using Ahoy.Bundling;
using Ahoy.Model;
using Microsoft.Build.Framework;

namespace Ahoy.Build;

/// <summary>
/// Which of the items that MSBuild's globs found belong to the folder that counts. A configuration of the Serverless Toolkit may name the folder, and it is read
/// when the globs are done: there they found more than there is, so that the project could say <c>Remove</c> and <c>Update</c> of any of it.
/// </summary>
internal sealed class ResourceSearch
{
    private const string DefaultMetadata = "AhoyDefault";

    // What AhoyDefault is of an item that stands for what is made of it.
    private const string OfSource = "source";

    private static readonly string[] s_extensions = [".ts", ".tsx", ".mts", ".cts"];

    private readonly ResourceKind _kind;
    private readonly ServiceLayout _layout;
    private readonly string _folder;
    private readonly string _root;
    private readonly bool _wasSearched;

    public ResourceSearch(ResourceKind kind, ServiceLayout layout, string searched, IEnumerable<string> unsearched)
    {
        _kind = kind;
        _layout = layout;
        _folder = kind == ResourceKind.Function ? layout.FunctionsFolder : layout.AssetsFolder;
        _root = Full(_folder);
        var all = Full(searched.Length == 0 ? "." : searched);
        _wasSearched = searched.Length > 0
            && (_root == all
                || (ProjectPath.IsBelow(all, _root) && !unsearched.Any(folder => folder.Length > 0 && (_root == Full(folder) || ProjectPath.IsBelow(Full(folder), _root)))));
    }

    /// <summary>The resources: what the project lists itself, and what lies in the folder.</summary>
    public List<ResolvedResource> Resolve(IEnumerable<ITaskItem> items, bool defaultItems)
    {
        var resolved = new List<ResolvedResource>();
        var sources = new Dictionary<string, ITaskItem>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (item.GetMetadata(DefaultMetadata) == OfSource)
            {
                sources[Full(item.ItemSpec)] = item;
                continue;
            }

            // What the project lists counts wherever it lies.
            if (item.GetMetadata(DefaultMetadata).Length == 0 || ProjectPath.IsBelow(_root, Full(item.ItemSpec)))
            {
                var file = ResourceItems.Read(_kind, item, _layout.ProjectFolder, _folder, []);
                ResourceItems.Complete(item, file);
                resolved.Add(new ResolvedResource(item, file));
            }
        }

        // A folder outside of the project.
        if (defaultItems && !_wasSearched)
        {
            var listed = new HashSet<string>(resolved.Select(resource => resource.File.FullPath), StringComparer.Ordinal);
            resolved.AddRange(ResourceScanner.Scan(_layout).Files
                .Where(file => file.Kind == _kind && !listed.Contains(file.FullPath))
                .Select(file => FollowSource(file, sources))
                .OfType<ResolvedResource>());
        }

        return resolved;
    }

    // What was made of a source is what the project says of that: nothing where it has removed it. What has none is what its name says.
    private ResolvedResource? FollowSource(ResourceFile file, Dictionary<string, ITaskItem> sources)
    {
        if (sources.Count == 0 || FindSource(file) is not { } source)
        {
            return new ResolvedResource(ResourceItems.Make(file), file);
        }

        if (!sources.TryGetValue(source, out var item))
        {
            return null;
        }

        var made = ResourceItems.MakeOf(file, item);
        return new ResolvedResource(made, ResourceItems.Read(_kind, made, _layout.ProjectFolder, _folder, []));
    }

    private string? FindSource(ResourceFile file)
    {
        if (_layout.TypeScript is not { } project || project.OutputOf(_kind) is var output && !ProjectPath.IsBelow(output, file.FullPath))
        {
            return null;
        }

        var source = Path.Combine(project.SourcesOf(_kind), file.FullPath.Substring(output.Length + 1));
        return s_extensions.Select(extension => Path.ChangeExtension(source, extension)).Prepend(source).FirstOrDefault(File.Exists);
    }

    private string Full(string path) =>
        Path.GetFullPath(Path.Combine(_layout.ProjectFolder, path.Replace('\\', '/'))).TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
}
