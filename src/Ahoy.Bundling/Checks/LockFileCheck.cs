using Ahoy.Model;

namespace Ahoy.Bundling.Checks;

/// <summary>AHOY5016: the lock file is missing or does not agree with <c>package.json</c>.</summary>
internal sealed class LockFileCheck : IBuildCheck
{
    public IEnumerable<Problem> Check(BuildCandidate candidate)
    {
        if (candidate.Manifest is not { } manifest || manifest.Content.Dependencies.Count == 0)
        {
            yield break;
        }

        if (manifest.LockFile is null)
        {
            yield return Warn(
                "there is no lock file: another install can bring other versions than this machine has; run 'npm install' and commit package-lock.json",
                PackageManifest.FileName);
            yield break;
        }

        if (manifest.Lock is { } @lock && Disagreement(manifest.Content.Dependencies, @lock) is { } disagreement)
        {
            yield return Warn($"the lock file does not agree with package.json: {disagreement}; run 'npm install'", manifest.LockFile);
        }
    }

    private static string? Disagreement(IReadOnlyDictionary<string, string> dependencies, PackageLock @lock)
    {
        // Version 1 of the format does not say what was asked for, only what came of it.
        var requested = @lock.Requested;
        if (requested.Count == 0)
        {
            return dependencies.Keys.FirstOrDefault(name => !@lock.Versions.ContainsKey(name)) is { } missing
                ? $"it does not have '{missing}'"
                : null;
        }

        foreach (var dependency in dependencies)
        {
            if (!requested.TryGetValue(dependency.Key, out var locked))
            {
                return $"it does not have '{dependency.Key}'";
            }

            if (locked != dependency.Value)
            {
                return $"it has '{dependency.Key}' for '{locked}', and package.json asks for '{dependency.Value}'";
            }
        }

        return requested.Keys.FirstOrDefault(name => !dependencies.ContainsKey(name)) is { } extra
            ? $"it has '{extra}', and package.json does not"
            : null;
    }

    private static Problem Warn(string message, string file) => new("AHOY5016", Severity.Warning, message, file);
}
