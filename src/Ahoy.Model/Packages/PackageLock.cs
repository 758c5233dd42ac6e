using System.Text.Json;

namespace Ahoy.Model;

/// <summary>What Ahoy needs of a <c>package-lock.json</c> (lock file versions 1 to 3).</summary>
public sealed class PackageLock
{
    private const string Modules = "node_modules/";

    private readonly Dictionary<string, string> _versions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _requested = new(StringComparer.Ordinal);

    private PackageLock(JsonElement root)
    {
        if (root.TryGetProperty("packages", out var packages) && packages.ValueKind == JsonValueKind.Object)
        {
            ReadPackages(packages);
        }
        else if (root.TryGetProperty("dependencies", out var dependencies) && dependencies.ValueKind == JsonValueKind.Object)
        {
            AddVersions(dependencies, prefix: "");
        }
    }

    /// <summary>The file's name.</summary>
    public const string FileName = "package-lock.json";

    /// <summary>The installed version of each module at the top of <c>node_modules</c>.</summary>
    public IReadOnlyDictionary<string, string> Versions => _versions;

    /// <summary>
    /// The <c>dependencies</c> of the manifest that the lock file was made from: where they differ from package.json's, it is
    /// out of date. Empty for version 1, which does not hold them.
    /// </summary>
    public IReadOnlyDictionary<string, string> Requested => _requested;

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="PackageManifestException">It is not valid JSON, or no object.</exception>
    public static PackageLock Parse(string json, string fileName)
    {
        using var document = PackageJson.Parse(json, fileName);
        return new PackageLock(document.RootElement);
    }

    private void ReadPackages(JsonElement packages)
    {
        AddVersions(packages, Modules);
        if (packages.TryGetProperty("", out var root)
            && root.ValueKind == JsonValueKind.Object
            && root.TryGetProperty("dependencies", out var requested)
            && requested.ValueKind == JsonValueKind.Object)
        {
            foreach (var dependency in requested.EnumerateObject())
            {
                _requested[dependency.Name] = dependency.Value.GetString() ?? "";
            }
        }
    }

    private void AddVersions(JsonElement modules, string prefix)
    {
        foreach (var module in modules.EnumerateObject())
        {
            // Deeper entries are modules of modules: `node_modules/a/node_modules/b`.
            if (module.Name.StartsWith(prefix, StringComparison.Ordinal)
                && module.Name.IndexOf("/" + Modules, StringComparison.Ordinal) < 0
                && module.Value.ValueKind == JsonValueKind.Object
                && module.Value.TryGetProperty("version", out var version)
                && version.GetString() is { } text
                && module.Name.Length > prefix.Length)
            {
                _versions[module.Name.Substring(prefix.Length)] = text;
            }
        }
    }
}
