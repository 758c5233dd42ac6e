using Ahoy.Analysis.Engine;

namespace Ahoy.Analysis.SourceMaps;

/// <summary>The maps and the sources among the files that the build hands over: who runs in a compiler reads no others.</summary>
internal static class HandedSources
{
    private const string MapExtension = ".map";

    /// <summary>The sources of a file; null where nothing leads to any.</summary>
    /// <param name="compiled">The file.</param>
    /// <param name="path">Where it lies, absolute.</param>
    /// <param name="resource">What it is.</param>
    /// <param name="files">The files that the build hands over.</param>
    public static OriginalSources? Of(SourceFile compiled, string path, ProjectResource resource, IReadOnlyList<ProjectFile> files)
    {
        if (!files.Any(file => file.Path.EndsWith(MapExtension, StringComparison.Ordinal)) || RootOf(path, resource.File) is not { } root)
        {
            return null;
        }

        object? Read(string name) => files.FirstOrDefault(file => string.Equals(Path.GetFullPath(file.Path), name, StringComparison.Ordinal)).ReadIfAny();
        return OriginalSources.Of(compiled, Path.GetFullPath(path), root, name => Read(Path.GetFullPath(name))?.ToString(), Read);
    }

    private static string? RootOf(string path, string file)
    {
        var full = Path.GetFullPath(path);
        var name = file.Replace('/', Path.DirectorySeparatorChar);
        return full.EndsWith(Path.DirectorySeparatorChar + name, StringComparison.Ordinal) ? full.Substring(0, full.Length - name.Length - 1) : null;
    }
}
