using Ahoy.Model;

namespace Ahoy.Bundling;

/// <summary>A project's package.json, and what lies beside it.</summary>
public sealed class CandidateManifest
{
    /// <summary>Makes it.</summary>
    /// <param name="content">What package.json says.</param>
    /// <param name="lock">What npm's lock file says; null where there is none, or another package manager's.</param>
    /// <param name="lockFile">The lock file's name, whoever's it is; null where there is none.</param>
    /// <param name="folder">The folder that package.json lies in, absolute; null where nothing is installed.</param>
    public CandidateManifest(PackageManifest content, PackageLock? @lock = null, string? lockFile = null, string? folder = null)
    {
        Content = content;
        Lock = @lock;
        LockFile = lockFile;
        Folder = folder;
    }

    /// <summary>What package.json says.</summary>
    public PackageManifest Content { get; }

    /// <summary>What npm's lock file says, or null.</summary>
    public PackageLock? Lock { get; }

    /// <summary>The name of the lock file, or null.</summary>
    public string? LockFile { get; }

    /// <summary>The folder whose <c>node_modules</c> holds the installed packages, or null.</summary>
    public string? Folder { get; }
}
