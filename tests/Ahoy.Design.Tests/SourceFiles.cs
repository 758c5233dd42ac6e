namespace Ahoy.Design.Tests;

/// <summary>The files that somebody wrote.</summary>
internal static class SourceFiles
{
    private static readonly HashSet<string> s_madeFolders = ["bin", "obj", "node_modules", "artifacts", "TestResults"];

    /// <summary>All files below a folder, without what a build, npm or an editor has put there, in the same order on every machine.</summary>
    public static IEnumerable<string> Below(string folder)
    {
        foreach (var file in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
        {
            yield return file;
        }

        foreach (var inner in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(inner);
            if (!s_madeFolders.Contains(name) && !name.StartsWith('.'))
            {
                foreach (var file in Below(inner))
                {
                    yield return file;
                }
            }
        }
    }

    /// <summary>A file's name as a reader of the repository knows it.</summary>
    public static string NameOf(string file) => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');
}
