namespace Ahoy.Model;

/// <summary>Reads the <c>yarn.lock</c> of yarn 1: a format of its own, that is no YAML.</summary>
internal static class YarnClassicLockReader
{
    public static PackageLock Read(string text, string fileName, ProjectPackages packages, PackageManifest manifest)
    {
        var locked = ReadEntries(text, fileName);
        var versions = new Dictionary<string, string>(StringComparer.Ordinal);
        var siblings = new List<string>();
        var requested = Choose(manifest.Dependencies);
        var here = Choose(manifest.DevDependencies.Concat(manifest.OptionalDependencies));
        return new PackageLock(versions, requested, here, siblings);

        // The lock file has names with ranges, of all projects together: which of them are this one's, only its package.json tells.
        Dictionary<string, string> Choose(IEnumerable<KeyValuePair<string, string>> list)
        {
            var chosen = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var dependency in list)
            {
                if (!locked.TryGetValue(dependency.Key, out var ranges))
                {
                    if (packages.FindMember(dependency.Key) is not null)
                    {
                        siblings.Add(dependency.Key);
                        chosen[dependency.Key] = dependency.Value;
                    }

                    continue;
                }

                var range = ranges.ContainsKey(dependency.Value) ? dependency.Value : ranges.Keys.First();
                chosen[dependency.Key] = range;
                versions[dependency.Key] = ranges[range];
            }

            return chosen;
        }
    }

    // By name and range: the version.
    private static Dictionary<string, Dictionary<string, string>> ReadEntries(string text, string fileName)
    {
        var entries = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        var keys = new List<(string Name, string Range)>();
        var number = 0;
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd('\r')))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line[0] != ' ')
            {
                keys.Clear();
                keys.AddRange(ReadKeys(line, number, fileName));
            }
            else if (line.StartsWith("  version ", StringComparison.Ordinal))
            {
                var version = line.Substring("  version ".Length).Trim().Trim('"');
                foreach (var (name, range) in keys)
                {
                    if (!entries.TryGetValue(name, out var ranges))
                    {
                        entries.Add(name, ranges = new Dictionary<string, string>(StringComparer.Ordinal));
                    }

                    ranges[range] = version;
                }
            }
        }

        return entries;
    }

    private static IEnumerable<(string Name, string Range)> ReadKeys(string line, int number, string fileName)
    {
        if (line[line.Length - 1] != ':')
        {
            throw new PackageManifestException(fileName, number, "is no lock file of yarn: a name with ':' at its end is expected");
        }

        foreach (var part in line.Substring(0, line.Length - 1).Split([", "], StringSplitOptions.None))
        {
            var key = part.Trim().Trim('"');
            var at = key.IndexOf('@', Math.Min(1, key.Length));
            if (at > 0)
            {
                yield return (key.Substring(0, at), key.Substring(at + 1));
            }
        }
    }
}
