using System.Text.Json;

namespace Ahoy.Model;

/// <summary>What Ahoy needs of a <c>package.json</c>. Page: Dependencies.</summary>
public sealed class PackageManifest
{
    private static readonly IReadOnlyDictionary<string, string> s_none = new Dictionary<string, string>();

    private PackageManifest(JsonElement root)
    {
        Name = Text(root, "name");
        Version = Text(root, "version");
        ModuleType = Text(root, "type");
        Dependencies = Map(root, "dependencies");
        DevDependencies = Map(root, "devDependencies");
        OptionalDependencies = Map(root, "optionalDependencies");
        PeerDependencies = Map(root, "peerDependencies");
        Scripts = Map(root, "scripts");
        Engines = Map(root, "engines");
        Volta = Map(root, "volta");
        PackageInstaller = Text(root, "packageManager");
        HasWorkspaces = root.TryGetProperty("workspaces", out _);
        IsPrivate = root.TryGetProperty("private", out var isPrivate) && isPrivate.ValueKind == JsonValueKind.True;
        IsPublished = root.TryGetProperty("publishConfig", out _) && !IsPrivate;
        IsNativeAddon = root.TryGetProperty("gypfile", out var gypfile) && gypfile.ValueKind == JsonValueKind.True;
    }

    /// <summary>The file's name.</summary>
    public const string FileName = "package.json";

    /// <summary><c>name</c>, or null.</summary>
    public string? Name { get; }

    /// <summary><c>version</c>, or null.</summary>
    public string? Version { get; }

    /// <summary><c>type</c> (<c>module</c> or <c>commonjs</c>), or null.</summary>
    public string? ModuleType { get; }

    /// <summary><c>dependencies</c>: what the platform installs. Name to version, range or tag.</summary>
    public IReadOnlyDictionary<string, string> Dependencies { get; }

    /// <summary><c>devDependencies</c>: there on this machine, never on the platform.</summary>
    public IReadOnlyDictionary<string, string> DevDependencies { get; }

    /// <summary><c>optionalDependencies</c>: not installed on the platform.</summary>
    public IReadOnlyDictionary<string, string> OptionalDependencies { get; }

    /// <summary><c>peerDependencies</c>: not installed on the platform.</summary>
    public IReadOnlyDictionary<string, string> PeerDependencies { get; }

    /// <summary><c>scripts</c>.</summary>
    public IReadOnlyDictionary<string, string> Scripts { get; }

    /// <summary><c>engines</c>: <c>node</c> names the version of Node that the project wants.</summary>
    public IReadOnlyDictionary<string, string> Engines { get; }

    /// <summary><c>volta</c>: <c>node</c> names the version of Node that volta takes.</summary>
    public IReadOnlyDictionary<string, string> Volta { get; }

    /// <summary><c>packageManager</c>: what installs the packages, with its version (<c>pnpm@9.1.0</c>), or null.</summary>
    public string? PackageInstaller { get; }

    /// <summary><c>workspaces</c>: the folder is the root of a workspace.</summary>
    public bool HasWorkspaces { get; }

    /// <summary><c>private</c>: no registry takes the package.</summary>
    public bool IsPrivate { get; }

    /// <summary>Whether the package says how it is published (<c>publishConfig</c>).</summary>
    public bool IsPublished { get; }

    /// <summary><c>gypfile</c>: npm says so of a package that has a native part to build.</summary>
    public bool IsNativeAddon { get; }

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="PackageManifestException">It is not valid JSON, or no object.</exception>
    public static PackageManifest Parse(string json, string fileName)
    {
        using var document = PackageJson.Parse(json, fileName);
        return new PackageManifest(document.RootElement);
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IReadOnlyDictionary<string, string> Map(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.Object)
        {
            return s_none;
        }

        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.String)
            {
                map[property.Name] = property.Value.GetString()!;
            }
        }

        return map;
    }
}
