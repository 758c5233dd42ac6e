using Ahoy.Bundling.Npm;
using Ahoy.Model;

namespace Ahoy.Bundling.Checks;

/// <summary>AHOY5016: the lock file is missing or does not agree with <c>package.json</c>. Of a workspace it is the root's that counts.</summary>
internal sealed class LockFileCheck : IBuildCheck
{
    public IEnumerable<Problem> Check(BuildCandidate candidate)
    {
        if (candidate.Manifest is not { } manifest || !manifest.Content.Dependencies.Keys.Any(name => name != PlatformModules.RuntimeHandler))
        {
            yield break;
        }

        if (manifest.LockFile is null)
        {
            var installer = manifest.Packages?.Installer ?? PackageInstaller.Npm;
            yield return Warn(
                $"there is no lock file: another install can bring other versions than this machine has; run `{Installers.UpdateOf(installer)}` and commit {Installers.LockOf(installer)}",
                PackageManifest.FileName);
        }
        else if (manifest.Packages?.Lock?.Name == LockFile.BunBinary)
        {
            yield return Warn(
                $"{LockFile.BunBinary} is binary, which only bun can read, so that nothing tells which versions are deployed: run `bun install --save-text-lockfile`, commit bun.lock, and remove {LockFile.BunBinary}",
                manifest.LockFile);
        }
        else if (manifest.Lock is { } @lock && LockComparison.Describe(manifest.Content, @lock) is { } difference)
        {
            yield return Warn(LockComparison.Sentence(manifest.LockFile, manifest.Packages, difference), manifest.LockFile);
        }
    }

    private static Problem Warn(string message, string file) => new("AHOY5016", Severity.Warning, message, file);
}
