using System.Globalization;

namespace Ahoy.Model;

/// <summary>Lists of resources that somebody reads: where there are many, one line tells of a folder.</summary>
public static class ResourceGroups
{
    /// <summary>How many lines a list has at most before folders are summed up.</summary>
    public const int MaxLines = 20;

    /// <summary>The option by which a command lists each of them.</summary>
    public const string ListAllOption = "--list-all";

    /// <summary>Sums resources up, as deep as <see cref="MaxLines"/> lets it; each alone where there are no more than that.</summary>
    /// <typeparam name="T">What describes a resource.</typeparam>
    /// <param name="resources">The resources; the groups come in the order of the first of each.</param>
    /// <param name="describe">The kind, the visibility and the path of one.</param>
    public static IReadOnlyList<ResourceGroup<T>> Of<T>(
        IReadOnlyList<T> resources, Func<T, (ResourceKind Kind, Visibility Visibility, string Path)> describe)
    {
        var described = resources.Select(resource => (Resource: resource, About: describe(resource))).ToList();
        if (described.Count <= MaxLines)
        {
            return [.. described.Select(one => new ResourceGroup<T>(one.About.Kind, one.About.Visibility, one.About.Path, [one.Resource]))];
        }

        var deepest = described.Max(one => one.About.Path.Count(c => c == '/'));
        for (var depth = deepest; ; depth--)
        {
            var groups = described.GroupBy(one => (one.About.Kind, one.About.Visibility, Folder: FolderOf(one.About.Path, depth))).ToList();
            if (groups.Count <= MaxLines || depth == 1)
            {
                return [.. groups.Select(group => new ResourceGroup<T>(
                    group.Key.Kind, group.Key.Visibility, group.Key.Folder, [.. group.Select(one => one.Resource)]))];
            }
        }
    }

    /// <summary>A number of Functions or Assets in words: <c>1 Function</c>, <c>2 Assets</c>.</summary>
    public static string Count(int count, ResourceKind kind) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {kind}{(count == 1 ? "" : "s")}";

    // So many of the path's slashes, at most up to the last.
    private static string FolderOf(string path, int depth)
    {
        var end = 0;
        for (var next = path.IndexOf('/'); next >= 0 && depth > 0; next = path.IndexOf('/', next + 1), depth--)
        {
            end = next + 1;
        }

        return path.Substring(0, end);
    }
}
