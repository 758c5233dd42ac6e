namespace Ahoy.Model;

/// <summary>What Ahoy needs of a lock file, whoever's it is: what it says of one project's own dependencies.</summary>
public sealed class PackageLock
{
    internal PackageLock(
        IReadOnlyDictionary<string, string> versions,
        IReadOnlyDictionary<string, string>? requested = null,
        IReadOnlyDictionary<string, string>? requestedHere = null,
        IEnumerable<string>? siblings = null,
        IReadOnlyDictionary<string, string>? native = null)
    {
        Versions = versions;
        Requested = requested ?? new Dictionary<string, string>();
        RequestedHere = requestedHere ?? new Dictionary<string, string>();
        Siblings = new HashSet<string>(siblings ?? [], StringComparer.Ordinal);
        Native = native ?? new Dictionary<string, string>();
    }

    /// <summary>The name of npm's.</summary>
    public const string FileName = "package-lock.json";

    /// <summary>The version that each package is locked at, as the project sees it: at least those of its own dependencies.</summary>
    public IReadOnlyDictionary<string, string> Versions { get; }

    /// <summary>
    /// The <c>dependencies</c> of the manifest that the lock file was made from: where they differ from package.json's, it is
    /// out of date. Empty where the lock file does not hold them (version 1 of npm's).
    /// </summary>
    public IReadOnlyDictionary<string, string> Requested { get; }

    /// <summary>The same of <c>devDependencies</c> and <c>optionalDependencies</c>, which are on this machine only.</summary>
    public IReadOnlyDictionary<string, string> RequestedHere { get; }

    /// <summary>The dependencies that are packages of the same workspace, and come from no registry.</summary>
    public IReadOnlyCollection<string> Siblings { get; }

    /// <summary>
    /// Packages that the lock file itself shows to need a native build, each with the dependency that brings it; what is installed without
    /// a folder of its own (Plug'n'Play) can be seen nowhere else.
    /// </summary>
    public IReadOnlyDictionary<string, string> Native { get; }

    /// <summary>Reads npm's lock file (versions 1 to 3) of a project in no workspace.</summary>
    /// <exception cref="PackageManifestException">It is not valid JSON, or no object.</exception>
    public static PackageLock Parse(string json, string fileName) => NpmLockReader.Read(json, fileName, "");

    /// <summary>Reads a lock file.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="fileName">Its name, for messages.</param>
    /// <param name="packages">Whose it is, and which project of the workspace is asked for.</param>
    /// <param name="manifest">The project's package.json.</param>
    /// <returns>Null where it is binary.</returns>
    /// <exception cref="PackageManifestException">It can't be read.</exception>
    public static PackageLock? Parse(string text, string fileName, ProjectPackages packages, PackageManifest manifest)
    {
        if (packages.Lock is not { } file || file.Name == LockFile.BunBinary)
        {
            return null;
        }

        ConflictMarkers.Check(text, fileName);
        return file.Installer switch
        {
            PackageInstaller.Npm => NpmLockReader.Read(text, fileName, packages.PathInWorkspace),
            PackageInstaller.Pnpm => PnpmLockReader.Read(text, fileName, packages.PathInWorkspace),
            PackageInstaller.YarnClassic => YarnClassicLockReader.Read(text, fileName, packages, manifest),
            PackageInstaller.Yarn => YarnLockReader.Read(text, fileName, packages.PathInWorkspace),
            _ => BunLockReader.Read(text, fileName, packages.PathInWorkspace),
        };
    }
}
