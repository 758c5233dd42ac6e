namespace Ahoy.Model;

/// <summary>Reads the <c>yarn.lock</c> of yarn 2 and newer.</summary>
internal static class YarnLockReader
{
    private const string FromNpm = "npm:";

    // What yarn itself adds to a package whose install script builds something, and what such packages name themselves.
    private static readonly string[] s_nativeTools = ["node-gyp", "node-gyp-build", "node-pre-gyp", "@mapbox/node-pre-gyp", "prebuild-install", "cmake-js"];

    public static PackageLock Read(string yaml, string fileName, string workspacePath)
    {
        var entries = new Dictionary<string, Dictionary<string, object?>>(StringComparer.Ordinal);
        Dictionary<string, object?>? project = null;
        var suffix = $"@workspace:{(workspacePath.Length == 0 ? "." : workspacePath)}";
        foreach (var entry in LockYaml.Parse(yaml, fileName))
        {
            if (entry.Value is not Dictionary<string, object?> values)
            {
                continue;
            }

            foreach (var descriptor in entry.Key.Split(',').Select(text => text.Trim()))
            {
                entries[descriptor] = values;
            }

            if (LockYaml.Text(values, "resolution")?.EndsWith(suffix, StringComparison.Ordinal) == true)
            {
                project = values;
            }
        }

        var versions = new Dictionary<string, string>(StringComparer.Ordinal);
        var requested = new Dictionary<string, string>(StringComparer.Ordinal);
        var siblings = new List<string>();
        var native = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var dependency in project is null ? [] : LockYaml.Map(project, "dependencies") ?? [])
        {
            if (dependency.Value is not string range)
            {
                continue;
            }

            requested[dependency.Key] = range.StartsWith(FromNpm, StringComparison.Ordinal) && range.IndexOf('@', Math.Min(FromNpm.Length + 1, range.Length)) < 0 ? range.Substring(FromNpm.Length) : range;
            if (Find(entries, dependency.Key, range) is not { } found)
            {
                continue;
            }

            if (LockYaml.Text(found, "resolution")?.Contains("@workspace:") == true)
            {
                siblings.Add(dependency.Key);
            }
            else if (LockYaml.Text(found, "version") is { } version)
            {
                versions[dependency.Key] = version;
            }

            FindNative(entries, dependency.Key, found, native);
        }

        // It has one list for dependencies and devDependencies.
        return new PackageLock(versions, requested, requested, siblings, native);
    }

    private static Dictionary<string, object?>? Find(Dictionary<string, Dictionary<string, object?>> entries, string name, string range) =>
        entries.TryGetValue($"{name}@{range}", out var found) || entries.TryGetValue($"{name}@{FromNpm}{range}", out found)
            ? found
            : entries.FirstOrDefault(entry => entry.Key.StartsWith(name + "@patch:", StringComparison.Ordinal) || entry.Key.StartsWith(name + "@workspace:", StringComparison.Ordinal)).Value;

    private static void FindNative(
        Dictionary<string, Dictionary<string, object?>> entries, string origin, Dictionary<string, object?> first, Dictionary<string, string> native)
    {
        var seen = new HashSet<Dictionary<string, object?>>();
        var open = new Queue<(string Name, Dictionary<string, object?> Values)>([(origin, first)]);
        while (open.Count > 0)
        {
            var (name, values) = open.Dequeue();
            if (!seen.Add(values))
            {
                continue;
            }

            var optional = LockYaml.Map(values, "dependenciesMeta") ?? [];
            foreach (var dependency in LockYaml.Map(values, "dependencies") ?? [])
            {
                if (s_nativeTools.Contains(dependency.Key))
                {
                    native[name] = origin;
                }
                else if (!optional.ContainsKey(dependency.Key) && dependency.Value is string range && Find(entries, dependency.Key, range) is { } next)
                {
                    open.Enqueue((dependency.Key, next));
                }
            }
        }
    }
}
