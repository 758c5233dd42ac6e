namespace Ahoy.Bundling;

/// <summary>Paths as messages and Builds give them: relative to the project, with forward slashes.</summary>
internal static class ProjectPath
{
    /// <summary>Whether a file lies below a folder; both are absolute.</summary>
    public static bool IsBelow(string folder, string file) =>
        file.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Whether a path is a folder, or lies below it; both are absolute.</summary>
    public static bool IsIn(string folder, string path) =>
        path.TrimEnd(Path.DirectorySeparatorChar) == folder.TrimEnd(Path.DirectorySeparatorChar) || IsBelow(folder, path);

    /// <summary>A file relative to a folder; both are absolute. Netstandard2.0 has no interface for it.</summary>
    public static string Relative(string folder, string file)
    {
        var from = Split(folder);
        var to = Split(file);
        var common = 0;
        while (common < from.Length && common < to.Length - 1 && from[common] == to[common])
        {
            common++;
        }

        return string.Join("/", Enumerable.Repeat("..", from.Length - common).Concat(to.Skip(common)));
    }

    private static string[] Split(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
}
