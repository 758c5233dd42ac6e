using System.Text.RegularExpressions;

namespace Ahoy.Model;

/// <summary>Which Node a project says that it is made for, and where it says so.</summary>
public sealed class DeclaredNode
{
    private static readonly Regex s_toolVersions = new(@"^\s*(?:nodejs|node)[ \t]+(\S+)", RegexOptions.CultureInvariant | RegexOptions.Multiline);

    private DeclaredNode(string text, string source)
    {
        Text = text;
        Source = source;
        Range = VersionRange.Parse(text);
    }

    /// <summary>The version or range as it is written.</summary>
    public string Text { get; }

    /// <summary>The file, with the key in it where it has one.</summary>
    public string Source { get; }

    /// <summary>The versions that are meant; null for a name (<c>lts/*</c>), which only the tool that reads it knows.</summary>
    public VersionRange? Range { get; }

    /// <summary>
    /// Reads what the project, or its workspace, says: <c>.nvmrc</c>, <c>.node-version</c>, <c>.tool-versions</c>, then <c>volta</c> and <c>engines</c> of
    /// package.json. The more exact come first.
    /// </summary>
    /// <param name="projectFolder">The project's folder.</param>
    /// <param name="workspaceFolder">The folder of its workspace's root; the same where it is in none.</param>
    /// <returns>The first that says something, or null.</returns>
    public static DeclaredNode? Find(string projectFolder, string workspaceFolder) =>
        InFolder(projectFolder) ?? (workspaceFolder == projectFolder ? null : InFolder(workspaceFolder));

    /// <summary>Whether a major version of Node is one that is meant; also where only a tool knows that.</summary>
    public bool Allows(int major) => Range?.ContainsMajor(major) ?? true;

    private static DeclaredNode? InFolder(string folder) =>
        FirstLine(folder, ".nvmrc") ?? FirstLine(folder, ".node-version") ?? ToolVersions(folder) ?? Manifest(folder);

    private static DeclaredNode? FirstLine(string folder, string name) =>
        Lines(folder, name).Select(line => line.Split('#')[0].Trim()).FirstOrDefault(line => line.Length > 0) is { } text
            ? new DeclaredNode(text, name)
            : null;

    private static DeclaredNode? ToolVersions(string folder) =>
        s_toolVersions.Match(string.Join("\n", Lines(folder, ".tool-versions"))) is { Success: true } match
            ? new DeclaredNode(match.Groups[1].Value, ".tool-versions")
            : null;

    private static DeclaredNode? Manifest(string folder)
    {
        PackageManifest manifest;
        try
        {
            var file = Path.Combine(folder, PackageManifest.FileName);
            if (!File.Exists(file))
            {
                return null;
            }

            manifest = PackageManifest.Parse(File.ReadAllText(file), PackageManifest.FileName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PackageManifestException)
        {
            return null;
        }

        return Named(manifest.Volta, "volta") ?? Named(manifest.Engines, "engines");

        static DeclaredNode? Named(IReadOnlyDictionary<string, string> map, string key) =>
            map.TryGetValue("node", out var text) ? new DeclaredNode(text, $"{PackageManifest.FileName} ({key})") : null;
    }

    private static string[] Lines(string folder, string name)
    {
        var file = Path.Combine(folder, name);
        try
        {
            return File.Exists(file) ? File.ReadAllLines(file) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
