namespace Ahoy.Model;

/// <summary>
/// Files that tools leave beside others, and that are no resources: nobody means to serve them, and they may hold what lies in a private file beside them.
/// </summary>
/// <remarks><c>build/Ahoy.Items.props</c> leaves out the same; a test holds the two together.</remarks>
internal static class LeftFiles
{
    private static readonly HashSet<string> s_names =
        new(StringComparer.OrdinalIgnoreCase) { ".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep", ".gitignore" };

    // What compilers write for compilers.
    private static readonly string[] s_endings = [".tsbuildinfo", ".d.ts", ".d.mts", ".d.cts", ".d.ts.map", ".d.mts.map", ".d.cts.map"];

    public static bool Contains(string fileName) =>
        s_names.Contains(fileName) || IsEditors(fileName) || s_endings.Any(ending => fileName.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    // Back-ups (a~), Vim's swap files (.a.swp and on), Emacs' locks (.#a) and saves (#a#), and what macOS keeps beside files on foreign disks (._a).
    private static bool IsEditors(string name) =>
        name.EndsWith("~", StringComparison.Ordinal)
        || name.StartsWith(".#", StringComparison.Ordinal)
        || name.StartsWith("._", StringComparison.Ordinal)
        || (name.Length > 2 && name[0] == '#' && name[name.Length - 1] == '#')
        || (name[0] == '.' && name.Length > 3 && IsSwapEnding(name.Substring(name.Length - 4)));

    private static bool IsSwapEnding(string ending) => ending.StartsWith(".sw", StringComparison.Ordinal);
}
