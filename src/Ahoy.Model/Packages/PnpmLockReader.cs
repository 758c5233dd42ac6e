namespace Ahoy.Model;

/// <summary>Reads <c>pnpm-lock.yaml</c>, versions 5 to 9.</summary>
internal static class PnpmLockReader
{
    public static PackageLock Read(string yaml, string fileName, string workspacePath)
    {
        var root = LockYaml.Parse(yaml, fileName);

        // A project in no workspace has no list of importers before version 9.
        var project = LockYaml.Map(root, "importers") is { } importers
            ? LockYaml.Map(importers, workspacePath.Length == 0 ? "." : workspacePath)
            : root;
        var versions = new Dictionary<string, string>(StringComparer.Ordinal);
        var requested = new Dictionary<string, string>(StringComparer.Ordinal);
        var here = new Dictionary<string, string>(StringComparer.Ordinal);
        var siblings = new List<string>();
        if (project is not null)
        {
            var specifiers = LockYaml.Map(project, "specifiers");
            Add("dependencies", requested);
            Add("devDependencies", here);
            Add("optionalDependencies", here);

            void Add(string list, Dictionary<string, string> target)
            {
                foreach (var entry in LockYaml.Map(project, list) ?? [])
                {
                    var values = entry.Value as Dictionary<string, object?>;
                    var version = (values is null ? entry.Value : LockYaml.Text(values, "version")) as string;
                    if ((values is null ? specifiers is null ? null : LockYaml.Text(specifiers, entry.Key) : LockYaml.Text(values, "specifier")) is { } specifier)
                    {
                        target[entry.Key] = specifier;
                    }

                    if (version?.StartsWith("link:", StringComparison.Ordinal) == true)
                    {
                        siblings.Add(entry.Key);
                    }
                    else if (version is not null)
                    {
                        versions[entry.Key] = Plain(version);
                    }
                }
            }
        }

        return new PackageLock(versions, requested, here, siblings);
    }

    // 1.4.0(react@18.2.0), 1.4.0_react@18.2.0, /other/1.4.0, other@1.4.0.
    private static string Plain(string version)
    {
        var end = version.IndexOfAny(['(', '_']);
        var plain = end > 0 ? version.Substring(0, end) : version;
        var start = Math.Max(plain.LastIndexOf('@'), plain.LastIndexOf('/')) + 1;
        return start > 0 && VersionRange.ParseVersion(plain.Substring(start)) is not null ? plain.Substring(start) : plain;
    }
}
