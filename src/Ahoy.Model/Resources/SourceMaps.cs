namespace Ahoy.Model;

/// <summary>
/// Source maps among the Assets. A map leads to the sources of what it maps: that of a public Asset is for browsers, and is one itself; that of a Function, or of
/// a protected or private Asset, is no resource at all. It is neither served nor deployed.
/// </summary>
public static class SourceMaps
{
    /// <summary>What a map's name ends with, behind the name of what it maps.</summary>
    public const string Extension = ".map";

    /// <summary>The resources, with each map of a public Asset beside what it maps, and without the others.</summary>
    /// <param name="files">The Functions and Assets.</param>
    public static IReadOnlyList<ResourceFile> Follow(IReadOnlyList<ResourceFile> files)
    {
        if (!files.Any(IsMap))
        {
            return files;
        }

        var functions = new HashSet<string>(files.Where(file => file.Kind == ResourceKind.Function).Select(file => file.FullPath), StringComparer.Ordinal);
        var assets = new Dictionary<string, ResourceFile>(StringComparer.Ordinal);
        foreach (var asset in files.Where(file => file.Kind == ResourceKind.Asset))
        {
            assets[asset.FullPath] = asset;
        }

        return
        [
            .. files
                .Where(file => !IsMap(file) || !functions.Contains(MappedBy(file)))
                .Select(file => IsMap(file) && assets.TryGetValue(MappedBy(file), out var mapped) ? Beside(mapped, file) : file)
                .Where(file => !IsMap(file) || file.Visibility == Visibility.Public || !assets.ContainsKey(MappedBy(file))),
        ];
    }

    private static bool IsMap(ResourceFile file) => file.Kind == ResourceKind.Asset && file.FullPath.EndsWith(Extension, StringComparison.Ordinal);

    private static string MappedBy(ResourceFile map) => map.FullPath.Substring(0, map.FullPath.Length - Extension.Length);

    // Never less than the map's own name says. A path that is not the file's name was given by the project.
    private static ResourceFile Beside(ResourceFile mapped, ResourceFile map)
    {
        var isNamedAfterFile = map.Path.EndsWith("/" + Path.GetFileName(map.FullPath), StringComparison.Ordinal);
        return new ResourceFile(
            map.Kind,
            map.FullPath,
            map.File,
            isNamedAfterFile ? mapped.Path + Extension : map.Path,
            map.Visibility > mapped.Visibility ? map.Visibility : mapped.Visibility);
    }
}
