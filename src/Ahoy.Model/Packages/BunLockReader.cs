namespace Ahoy.Model;

/// <summary>Reads <c>bun.lock</c>, which is JSON with trailing commas.</summary>
internal static class BunLockReader
{
    private static readonly string[] s_here = ["devDependencies", "optionalDependencies"];

    public static PackageLock Read(string text, string fileName, string workspacePath)
    {
        Dictionary<string, object?> root;
        try
        {
            root = Json5Reader.Parse(text) as Dictionary<string, object?> ?? throw new PackageManifestException(fileName, 1, "not a JSON object");
        }
        catch (Json5Exception e)
        {
            throw new PackageManifestException(fileName, e.Line, $"not valid JSON: {e.Message}", e);
        }

        var project = Map(Map(root, "workspaces"), workspacePath);
        var requested = Texts(Map(project, "dependencies"));
        var here = s_here.SelectMany(list => Texts(Map(project, list))).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);
        var versions = new Dictionary<string, string>(StringComparer.Ordinal);
        var siblings = new List<string>();
        var packages = Map(root, "packages");
        var own = Text(project, "name");
        foreach (var name in requested.Keys.Concat(here.Keys))
        {
            // What this project alone has stands below its name.
            var entry = (own is null ? null : Value(packages, $"{own}/{name}")) ?? Value(packages, name);
            if (entry is not List<object?> { Count: > 0 } list || list[0] is not string resolution)
            {
                continue;
            }

            var version = resolution.Substring(resolution.LastIndexOf('@') + 1);
            if (version.StartsWith("workspace:", StringComparison.Ordinal))
            {
                siblings.Add(name);
            }
            else
            {
                versions[name] = version;
            }
        }

        return new PackageLock(versions, requested, here, siblings);
    }

    private static object? Value(Dictionary<string, object?>? values, string key) =>
        values is not null && values.TryGetValue(key, out var value) ? value : null;

    private static Dictionary<string, object?>? Map(Dictionary<string, object?>? values, string key) => Value(values, key) as Dictionary<string, object?>;

    private static string? Text(Dictionary<string, object?>? values, string key) => Value(values, key) as string;

    private static Dictionary<string, string> Texts(Dictionary<string, object?>? values) =>
        (values ?? []).Where(pair => pair.Value is string).ToDictionary(pair => pair.Key, pair => (string)pair.Value!, StringComparer.Ordinal);
}
