using Ahoy.Model;

namespace Ahoy.Bundling.Npm;

/// <summary>Compares package.json with the lock file that was made from it.</summary>
internal static class LockComparison
{
    /// <summary>In what the two differ, in the dependencies that are deployed; null where they agree.</summary>
    public static string? Describe(PackageManifest manifest, PackageLock @lock)
    {
        var dependencies = manifest.Dependencies.Where(dependency => !IsOfPlatform(dependency.Key)).ToList();

        // Some formats do not say what was asked for, only what came of it.
        if (@lock.Requested.Count == 0)
        {
            return dependencies.Select(dependency => dependency.Key).FirstOrDefault(name => !@lock.Versions.ContainsKey(name) && !@lock.Siblings.Contains(name)) is { } missing
                ? $"it does not have '{missing}'"
                : null;
        }

        foreach (var dependency in dependencies)
        {
            if (!@lock.Requested.TryGetValue(dependency.Key, out var locked))
            {
                return $"it does not have '{dependency.Key}'";
            }

            if (locked != dependency.Value)
            {
                return $"it has '{dependency.Key}' for '{locked}', and package.json asks for '{dependency.Value}'";
            }
        }

        return @lock.Requested.Keys.FirstOrDefault(name => !IsNamed(manifest, name) && !IsOfPlatform(name)) is { } extra
            ? $"it has '{extra}', and package.json does not"
            : null;
    }

    /// <summary>Why an install from the lock file as it is certainly fails; null where it may go well, as an installer asks less than that both say the same.</summary>
    public static string? DescribeFailure(PackageManifest manifest, PackageLock @lock)
    {
        foreach (var dependency in manifest.Dependencies.Concat(manifest.DevDependencies))
        {
            if (@lock.Siblings.Contains(dependency.Key) || IsOfPlatform(dependency.Key))
            {
                continue;
            }

            if (!@lock.Versions.TryGetValue(dependency.Key, out var version))
            {
                // What is no version of a registry's may have none in the lock file either.
                if (VersionRange.Parse(dependency.Value) is not null && !@lock.Requested.ContainsKey(dependency.Key) && !@lock.RequestedHere.ContainsKey(dependency.Key))
                {
                    return $"it does not have '{dependency.Key}'";
                }
            }
            else if (VersionRange.Parse(dependency.Value) is { } range
                && VersionRange.IsVersion(version)
                && !range.Contains(version)
                && (@lock.Requested.TryGetValue(dependency.Key, out var locked) || @lock.RequestedHere.TryGetValue(dependency.Key, out locked))
                && locked != dependency.Value)
            {
                return $"it has '{dependency.Key}' for '{locked}', and package.json asks for '{dependency.Value}'";
            }
        }

        return null;
    }

    /// <summary>The one sentence for both.</summary>
    /// <param name="lockFile">The lock file, as messages name it.</param>
    /// <param name="packages">Whose it is; npm's where that is not known.</param>
    /// <param name="difference">In what they differ.</param>
    public static string Sentence(string lockFile, ProjectPackages? packages, string difference) =>
        $"{Path.GetFileName(lockFile)} does not match package.json: run `{Installers.UpdateOf(packages?.Installer ?? PackageInstaller.Npm)}` ({difference})";

    // Its versions are the platform's, whatever a lock file says.
    private static bool IsOfPlatform(string name) => name == PlatformModules.RuntimeHandler;

    private static bool IsNamed(PackageManifest manifest, string name) =>
        manifest.Dependencies.ContainsKey(name) || manifest.DevDependencies.ContainsKey(name) || manifest.OptionalDependencies.ContainsKey(name) || manifest.PeerDependencies.ContainsKey(name);
}
