using System.Text.RegularExpressions;
using Ahoy.Model;

namespace Ahoy.Bundling;

/// <summary>A project's package.json, and what lies beside it.</summary>
public sealed class CandidateManifest
{
    private static readonly Regex s_workspace = new(@"^workspace:[*^~]?[\w.*+-]*$", RegexOptions.CultureInvariant);

    /// <summary>Makes it.</summary>
    /// <param name="content">What package.json says.</param>
    /// <param name="lock">What the lock file says; null where there is none, or one that can't be read (bun's binary one).</param>
    /// <param name="lockFile">The lock file's name, relative to the project; null where there is none.</param>
    /// <param name="folder">The folder that package.json lies in, absolute; null where nothing is installed.</param>
    /// <param name="packages">Where the packages come from; null where nobody knows: a Build that was deployed.</param>
    public CandidateManifest(
        PackageManifest content, PackageLock? @lock = null, string? lockFile = null, string? folder = null, ProjectPackages? packages = null)
    {
        Packages = packages;
        Content = content;
        Lock = @lock;
        LockFile = lockFile;
        Folder = folder;
    }

    /// <summary>What package.json says.</summary>
    public PackageManifest Content { get; }

    /// <summary>Where the packages come from, or null.</summary>
    public ProjectPackages? Packages { get; }

    /// <summary>What the lock file says, or null.</summary>
    public PackageLock? Lock { get; }

    /// <summary>The name of the lock file relative to the project, or null.</summary>
    public string? LockFile { get; }

    /// <summary>The folder whose <c>node_modules</c> holds the installed packages, or null.</summary>
    public string? Folder { get; }

    /// <summary>
    /// The version by which a dependency comes from the registry though it is a package of the project's own workspace, or null: the one that its
    /// package.json has, as installers write it when they publish what asks for <c>workspace:*</c>.
    /// </summary>
    /// <param name="name">The dependency's name.</param>
    public string? FindPublishedVersion(string name) =>
        Packages?.FindMember(name) is { IsPublished: true, Version: { } version }
        && ((Content.Dependencies.TryGetValue(name, out var requested) && IsOfWorkspace(requested)) || Lock?.Siblings.Contains(name) == true)
            ? version
            : null;

    // Not `workspace:other@…` and `workspace:../folder`: these are other packages than the name says.
    private static bool IsOfWorkspace(string requested) => s_workspace.IsMatch(requested.Trim());
}
