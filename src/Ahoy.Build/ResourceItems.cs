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
        ResourceKind kind, IEnumerable<ITaskItem> items, string projectFolder, string folder, ICollection<Problem> problems)
    {
        var root = Path.GetFullPath(Path.Combine(projectFolder, folder));
        foreach (var item in items)
        {
            var fullPath = Path.GetFullPath(Path.Combine(projectFolder, item.ItemSpec));
            var file = ProjectPath.Relative(projectFolder, fullPath);
            var named = ResourcePath.FromFile(kind, ProjectPath.IsBelow(root, fullPath) ? ProjectPath.Relative(root, fullPath) : Path.GetFileName(fullPath));
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

            yield return new ResourceFile(kind, fullPath, file, path.StartsWith("/", StringComparison.Ordinal) ? path : "/" + path, parsed);
        }
    }

    /// <summary>Makes items.</summary>
    public static ITaskItem[] Make(IEnumerable<ResourceFile> files) => [.. files.Select(Make)];

    private static TaskItem Make(ResourceFile file)
    {
        var item = new TaskItem(Escape(file.FullPath));
        var literal = (ITaskItem2)item;
        literal.SetMetadataValueLiteral(PathMetadata, file.Path);
        literal.SetMetadataValueLiteral(VisibilityMetadata, file.Visibility.ToString().ToLowerInvariant());
        return item;
    }

    // MSBuild reads an item's text with its escapes, where a percent sign in a file's name is none.
    private static string Escape(string text) =>
        string.Concat(text.Select(c => "%*?@$();'".IndexOf(c) < 0 ? c.ToString() : $"%{(int)c:X2}"));
}
