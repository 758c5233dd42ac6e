using Ahoy.Model;

namespace Ahoy.Bundling;

/// <summary>Reads package.json and the lock file that counts for it, which may be that of the workspace's root.</summary>
internal static class ManifestReader
{
    /// <summary>The manifest of a project; null where it has none, or a broken one.</summary>
    public static CandidateManifest? Read(ProjectFolder project)
    {
        if (project.ReadManifest() is not { } manifest)
        {
            return null;
        }

        var folder = project.Settings.Folder;
        var packages = ProjectPackages.Find(folder, manifest);
        return new CandidateManifest(manifest, project.ReadLock(packages, manifest), packages.LockName, folder, packages);
    }
}
