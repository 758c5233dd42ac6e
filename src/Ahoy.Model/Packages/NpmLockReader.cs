using System.Text.Json;

namespace Ahoy.Model;

/// <summary>Reads npm's lock file, versions 1 to 3.</summary>
internal static class NpmLockReader
{
    private const string Modules = "node_modules/";

    public static PackageLock Read(string json, string fileName, string workspacePath)
    {
        using var document = PackageJson.Parse(json, fileName);
        var root = document.RootElement;
        if (root.TryGetProperty("packages", out var packages) && packages.ValueKind == JsonValueKind.Object)
        {
            return ReadPackages(packages, workspacePath);
        }

        var versions = new Dictionary<string, string>(StringComparer.Ordinal);
        if (root.TryGetProperty("dependencies", out var dependencies) && dependencies.ValueKind == JsonValueKind.Object)
        {
            AddVersions(dependencies, prefix: "", versions, []);
        }

        return new PackageLock(versions);
    }

    private static PackageLock ReadPackages(JsonElement packages, string workspacePath)
    {
        var versions = new Dictionary<string, string>(StringComparer.Ordinal);
        var siblings = new HashSet<string>(StringComparer.Ordinal);
        foreach (var folder in Folders(workspacePath))
        {
            // What lies nearer to the project hides what lies further up.
            AddVersions(packages, folder + Modules, versions, siblings);
        }

        var here = new Dictionary<string, string>(StringComparer.Ordinal);
        var requested = new Dictionary<string, string>(StringComparer.Ordinal);
        if (packages.TryGetProperty(workspacePath, out var project) && project.ValueKind == JsonValueKind.Object)
        {
            Add(project, "dependencies", requested);
            Add(project, "devDependencies", here);
            Add(project, "optionalDependencies", here);
        }

        return new PackageLock(versions, requested, here, siblings);
    }

    // packages/functions/, packages/, and the root's.
    private static IEnumerable<string> Folders(string workspacePath)
    {
        for (var path = workspacePath; path.Length > 0; path = path.LastIndexOf('/') is > 0 and var slash ? path.Substring(0, slash) : "")
        {
            yield return path + "/";
        }

        yield return "";
    }

    private static void Add(JsonElement project, string list, Dictionary<string, string> target)
    {
        if (project.TryGetProperty(list, out var entries) && entries.ValueKind == JsonValueKind.Object)
        {
            foreach (var entry in entries.EnumerateObject().Where(entry => entry.Value.ValueKind == JsonValueKind.String))
            {
                target[entry.Name] = entry.Value.GetString()!;
            }
        }
    }

    private static void AddVersions(JsonElement modules, string prefix, Dictionary<string, string> versions, HashSet<string> siblings)
    {
        var nearer = new HashSet<string>(versions.Keys.Concat(siblings), StringComparer.Ordinal);
        foreach (var module in modules.EnumerateObject())
        {
            // Deeper entries are modules of modules: `node_modules/a/node_modules/b`.
            if (!module.Name.StartsWith(prefix, StringComparison.Ordinal)
                || module.Name.IndexOf("/" + Modules, prefix.Length, StringComparison.Ordinal) >= 0
                || module.Value.ValueKind != JsonValueKind.Object
                || module.Name.Length == prefix.Length)
            {
                continue;
            }

            var name = module.Name.Substring(prefix.Length);
            if (nearer.Contains(name))
            {
                continue;
            }

            if (module.Value.TryGetProperty("link", out var link) && link.ValueKind == JsonValueKind.True)
            {
                siblings.Add(name);
            }
            else if (module.Value.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.String)
            {
                versions[name] = version.GetString()!;
            }
        }
    }
}
