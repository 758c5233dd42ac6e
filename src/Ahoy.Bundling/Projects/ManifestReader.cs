using Ahoy.Model;

namespace Ahoy.Bundling;

/// <summary>Reads package.json and the lock file beside it.</summary>
internal static class ManifestReader
{
    private static readonly string[] s_npmLocks = ["npm-shrinkwrap.json", PackageLock.FileName];
    private static readonly string[] s_otherLocks = ["yarn.lock", "pnpm-lock.yaml", "bun.lock"];

    /// <summary>The name of npm's lock file in a folder, or null.</summary>
    public static string? FindNpmLock(string folder) => s_npmLocks.FirstOrDefault(name => File.Exists(Path.Combine(folder, name)));

    /// <summary>The manifest of a project; null where it has none, or a broken one.</summary>
    public static CandidateManifest? Read(ProjectFolder project)
    {
        if (project.ReadManifest() is not { } manifest)
        {
            return null;
        }

        var folder = project.Settings.Folder;
        var npmLock = FindNpmLock(folder);
        var content = npmLock is null ? null : project.ReadLock(npmLock);
        var lockFile = npmLock ?? s_otherLocks.FirstOrDefault(name => File.Exists(Path.Combine(folder, name)));
        return new CandidateManifest(manifest, content, lockFile, folder);
    }
}
