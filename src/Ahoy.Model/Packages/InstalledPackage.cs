using System.Text.Json;

namespace Ahoy.Model;

/// <summary>What a package in <c>node_modules</c> offers to <c>require</c>. Page: Functions and Assets FAQ.</summary>
public sealed class InstalledPackage
{
    private static readonly string[] s_requireConditions = ["node", "require", "default"];

    private readonly string _folder;
    private readonly JsonElement _root;

    private InstalledPackage(string folder, JsonElement root)
    {
        _folder = folder;
        _root = root;
    }

    /// <summary>
    /// What <c>require</c> of the package gives. Where it is not installed, or its <c>package.json</c> can't be read, that is
    /// taken to work.
    /// </summary>
    /// <param name="projectFolder">The folder from which Node looks for the package: here, then in the folders above.</param>
    /// <param name="name">The package's name: <c>p-retry</c>, <c>@scope/name</c>.</param>
    public static RequireSupport RequireSupportOf(string projectFolder, string name)
    {
        for (var folder = projectFolder; !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            var package = Path.Combine(folder, "node_modules", name);
            if (ReadManifest(package) is { } document)
            {
                using (document)
                {
                    return new InstalledPackage(package, document.RootElement).RequireSupport();
                }
            }
        }

        return Model.RequireSupport.Works;
    }

    private RequireSupport RequireSupport()
    {
        if (!_root.TryGetProperty("exports", out var exports) || exports.ValueKind == JsonValueKind.Null)
        {
            return ModuleKindOf(Text(_root, "main") ?? "index.js");
        }

        if (MainEntry(exports) is not { } entry)
        {
            // Only files of the package can be loaded, in whatever way.
            return Model.RequireSupport.Works;
        }

        if (Resolve(entry) is { } target)
        {
            return ModuleKindOf(target);
        }

        return entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("import", out _)
            ? Model.RequireSupport.ImportOnly
            : Model.RequireSupport.Works;
    }

    /// <summary>What <c>exports</c> says of the package itself, not of a file in it.</summary>
    private static JsonElement? MainEntry(JsonElement exports)
    {
        var hasPaths = exports.ValueKind == JsonValueKind.Object
            && exports.EnumerateObject().Any(entry => entry.Name.StartsWith(".", StringComparison.Ordinal));
        if (!hasPaths)
        {
            return exports;
        }

        return exports.TryGetProperty(".", out var main) ? main : null;
    }

    private static string? Resolve(JsonElement entry) => entry.ValueKind switch
    {
        JsonValueKind.String => entry.GetString(),
        JsonValueKind.Array => entry.EnumerateArray().Select(Resolve).FirstOrDefault(target => target is not null),

        // Conditions count in the order in which the package lists them.
        JsonValueKind.Object => entry.EnumerateObject()
            .Where(condition => s_requireConditions.Contains(condition.Name))
            .Select(condition => Resolve(condition.Value))
            .FirstOrDefault(target => target is not null),
        _ => null,
    };

    private RequireSupport ModuleKindOf(string target)
    {
        var isModule = Path.GetExtension(target) switch
        {
            ".mjs" => true,
            ".cjs" or ".json" or ".node" => false,
            _ => IsModuleScope(target),
        };
        return isModule ? Model.RequireSupport.EsModule : Model.RequireSupport.Works;
    }

    /// <summary>
    /// Whether the nearest <c>package.json</c> above a file of the package says <c>"type": "module"</c>: packages for both
    /// systems have one more in the folder of the other kind.
    /// </summary>
    private bool IsModuleScope(string target)
    {
        var parts = target.Split('/').Where(part => part is not ("." or "")).ToArray();
        for (var depth = parts.Length - 1; depth > 0; depth--)
        {
            if (ReadManifest(Path.Combine([_folder, .. parts.Take(depth)])) is { } nested)
            {
                using (nested)
                {
                    return Text(nested.RootElement, "type") == "module";
                }
            }
        }

        return Text(_root, "type") == "module";
    }

    private static JsonDocument? ReadManifest(string folder)
    {
        var file = Path.Combine(folder, PackageManifest.FileName);
        try
        {
            return File.Exists(file) ? PackageJson.Parse(File.ReadAllText(file), file) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PackageManifestException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
