using Ahoy.Bundling;
using Ahoy.Model;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Ahoy.Build;

/// <summary>The items <c>AhoyFunction</c> and <c>AhoyAsset</c>, whose metadata <c>Path</c> and <c>Visibility</c> say what they are.</summary>
internal static class ResourceItems
{
    private const string PathMetadata = "Path";
    private const string VisibilityMetadata = "Visibility";

    /// <summary>Reads items. Metadata that an item lacks comes from its file's name.</summary>
    public static IEnumerable<ResourceFile> Read(
        ResourceKind kind, IEnumerable<ITaskItem> items, string projectFolder, string folder, ICollection<Problem> problems) =>
        items.Select(item => Read(kind, item, projectFolder, folder, problems));

    /// <summary>Reads an item.</summary>
    public static ResourceFile Read(ResourceKind kind, ITaskItem item, string projectFolder, string folder, ICollection<Problem> problems)
    {
        var root = Path.GetFullPath(Path.Combine(projectFolder, folder));
        var fullPath = Path.GetFullPath(Path.Combine(projectFolder, item.ItemSpec));
        var file = ProjectPath.Relative(projectFolder, fullPath);
        var named = ResourcePath.FromFile(kind, NameOf(item, root, fullPath));
        var path = item.GetMetadata(PathMetadata) is { Length: > 0 } given ? given : named.Value;
        var visibility = item.GetMetadata(VisibilityMetadata);
        if (!Enum.TryParse<Visibility>(visibility, ignoreCase: true, out var parsed))
        {
            parsed = named.Visibility;
            if (visibility.Length > 0)
            {
                problems.Add(ProjectProblems.Error(
                    ProjectProblem.Resource, $"has the Visibility '{visibility}', which is none of public, protected and private", file));
            }
        }

        return new ResourceFile(kind, fullPath, file, path.StartsWith("/", StringComparison.Ordinal) ? path : "/" + path, parsed);
    }

    /// <summary>Gives an item the metadata that it lacks.</summary>
    public static void Complete(ITaskItem item, ResourceFile file)
    {
        var literal = (ITaskItem2)item;
        if (item.GetMetadata(PathMetadata).Length == 0)
        {
            literal.SetMetadataValueLiteral(PathMetadata, file.Path);
        }

        // One that is none of the three stays: CheckService reports it.
        if (item.GetMetadata(VisibilityMetadata).Length == 0)
        {
            literal.SetMetadataValueLiteral(VisibilityMetadata, NameOf(file.Visibility));
        }
    }

    /// <summary>Makes an item.</summary>
    public static ITaskItem Make(ResourceFile file)
    {
        var item = new TaskItem(Escape(file.FullPath));
        Complete(item, file);
        return item;
    }

    /// <summary>Makes the item of what was made of a source.</summary>
    /// <param name="file">What was made.</param>
    /// <param name="source">The source's item, with what the project says of it.</param>
    public static ITaskItem MakeOf(ResourceFile file, ITaskItem source)
    {
        var item = new TaskItem(Escape(file.FullPath));
        ITaskItem2 literal = item;
        foreach (var name in (string[])[PathMetadata, VisibilityMetadata])
        {
            if (source.GetMetadata(name) is { Length: > 0 } given)
            {
                literal.SetMetadataValueLiteral(name, given);
            }
        }

        Complete(item, file);
        return item;
    }

    /// <summary>A visibility as the metadata has it.</summary>
    public static string NameOf(Visibility visibility) => visibility switch
    {
        Visibility.Private => "private",
        Visibility.Protected => "protected",
        _ => "public",
    };

    // Outside of the folder, what the wildcard of the item's Include has matched.
    private static string NameOf(ITaskItem item, string root, string fullPath) =>
        ProjectPath.IsBelow(root, fullPath)
            ? ProjectPath.Relative(root, fullPath)
            : item.GetMetadata("RecursiveDir") + Path.GetFileName(fullPath);

    /// <summary>A file's name as the text of an item. MSBuild reads that with its escapes, where a percent sign in a file's name is none.</summary>
    public static string Escape(string text) =>
        string.Concat(text.Select(c => "%*?@$();'".IndexOf(c) < 0 ? c.ToString() : $"%{(int)c:X2}"));
}
