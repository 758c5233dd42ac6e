using System.Text;
using System.Text.RegularExpressions;

namespace Ahoy.Model;

/// <summary>A workspace: a folder whose packages are installed together, from one lock file. npm, pnpm, yarn and bun each have them.</summary>
internal sealed class Workspace
{
    /// <summary>Where pnpm lists the packages.</summary>
    public const string PnpmFile = "pnpm-workspace.yaml";

    private const int MostFolders = 2000;

    private readonly List<(Regex Pattern, bool Excludes)> _patterns;
    private Dictionary<string, PackageManifest>? _members;

    private Workspace(string folder, IEnumerable<string> patterns)
    {
        Folder = folder;
        _patterns = [.. patterns.Select(pattern => (Compile(pattern.TrimStart('!')), pattern.StartsWith("!", StringComparison.Ordinal)))];
    }

    /// <summary>The root's folder, absolute.</summary>
    public string Folder { get; }

    /// <summary>The packages by their names, each once.</summary>
    public IReadOnlyDictionary<string, PackageManifest> Members => _members ??= FindMembers();

    /// <summary>The workspace that a folder is the root or a package of, or null.</summary>
    public static Workspace? Find(string projectFolder)
    {
        for (var folder = projectFolder; !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            if (Read(folder) is { } workspace && (folder == projectFolder || workspace.Contains(projectFolder)))
            {
                return workspace;
            }
        }

        return null;
    }

    private static Workspace? Read(string folder)
    {
        var patterns = new List<string>();
        if (TryRead(Path.Combine(folder, PnpmFile)) is { } yaml && TryParse(() => YamlReader.Parse(yaml, isTyped: false)) is Dictionary<string, object?> pnpm)
        {
            Add(pnpm, "packages", patterns);
        }
        else if (TryRead(Path.Combine(folder, PackageManifest.FileName)) is { } json
            && json.Contains("\"workspaces\"")
            && TryParse(() => Json5Reader.Parse(json)) is Dictionary<string, object?> manifest)
        {
            Add(manifest, "workspaces", patterns);
            if (manifest.TryGetValue("workspaces", out var value) && value is Dictionary<string, object?> nested)
            {
                Add(nested, "packages", patterns);
            }
        }

        return patterns.Count > 0 ? new Workspace(folder, patterns) : null;
    }

    private static void Add(Dictionary<string, object?> values, string key, List<string> patterns)
    {
        if (values.TryGetValue(key, out var value) && value is List<object?> list)
        {
            patterns.AddRange(list.OfType<string>().Where(text => text.Length > 0));
        }
    }

    private bool Contains(string folder)
    {
        var path = folder.Substring(Folder.TrimEnd(Path.DirectorySeparatorChar).Length + 1).Replace(Path.DirectorySeparatorChar, '/');
        return File.Exists(Path.Combine(folder, PackageManifest.FileName)) && Matches(path);
    }

    // The last pattern that fits says whether it is one.
    private bool Matches(string path) => _patterns.LastOrDefault(entry => entry.Pattern.IsMatch(path)) is { Pattern: not null, Excludes: false };

    private Dictionary<string, PackageManifest> FindMembers()
    {
        var members = new Dictionary<string, PackageManifest>(StringComparer.Ordinal);
        var open = new Queue<(string Folder, string Path)>([(Folder, "")]);
        for (var looked = 0; open.Count > 0 && looked < MostFolders; looked++)
        {
            var (folder, path) = open.Dequeue();
            if (path.Length > 0 && Matches(path) && ReadManifest(folder) is { Name: { } name } manifest && !members.ContainsKey(name))
            {
                members.Add(name, manifest);
            }

            foreach (var sub in Subfolders(folder))
            {
                open.Enqueue((sub, path.Length == 0 ? Path.GetFileName(sub) : $"{path}/{Path.GetFileName(sub)}"));
            }
        }

        return members;
    }

    private static IEnumerable<string> Subfolders(string folder)
    {
        try
        {
            return Directory.GetDirectories(folder)
                .Where(sub => Path.GetFileName(sub) is var name && name is not ("node_modules" or "bin" or "obj") && !name.StartsWith(".", StringComparison.Ordinal) && !FileLinks.IsLink(sub));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static PackageManifest? ReadManifest(string folder)
    {
        try
        {
            return TryRead(Path.Combine(folder, PackageManifest.FileName)) is { } json ? PackageManifest.Parse(json, PackageManifest.FileName) : null;
        }
        catch (PackageManifestException)
        {
            return null;
        }
    }

    // Stars within a folder's name, two of them over folders; the rest of what globs can do nobody writes here.
    private static Regex Compile(string pattern)
    {
        var text = new StringBuilder("^");
        var plain = (pattern.StartsWith("./", StringComparison.Ordinal) ? pattern.Substring(2) : pattern).Trim('/');
        foreach (var part in Regex.Split(plain, @"(\*\*/|/?\*\*|\*|\?|\{[^{}]*\})"))
        {
            text.Append(part switch
            {
                "**/" => "(?:.*/)?",
                "**" or "/**" => ".*",
                "*" => "[^/]*",
                "?" => "[^/]",
                { Length: > 1 } when part[0] == '{' => $"(?:{string.Join("|", part.Trim('{', '}').Split(',').Select(Regex.Escape))})",
                _ => Regex.Escape(part),
            });
        }

        return new Regex(text.Append('$').ToString(), RegexOptions.CultureInvariant);
    }

    private static object? TryParse(Func<object?> parse)
    {
        try
        {
            return parse();
        }
        catch (Exception e) when (e is YamlException or Json5Exception)
        {
            return null;
        }
    }

    private static string? TryRead(string file)
    {
        try
        {
            return File.Exists(file) ? File.ReadAllText(file, Encoding.UTF8) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
