using System.Text.RegularExpressions;

namespace Ahoy.Model;

/// <summary>Where the npm packages of a project come from: its workspace, its lock file, and what installs them.</summary>
public sealed class ProjectPackages
{
    private static readonly Regex s_named = new(@"^(npm|pnpm|yarn|bun)(?:@(\d{1,4})[^+]*)?", RegexOptions.CultureInvariant);

    private readonly Workspace? _workspace;

    private ProjectPackages(string folder, Workspace? workspace, PackageManifest manifest)
    {
        Folder = folder;
        _workspace = workspace;
        var locks = LockFile.FindAll(folder);
        if (locks.Count == 0 && workspace is not null && workspace.Folder != folder)
        {
            locks = LockFile.FindAll(workspace.Folder);
            Root = workspace.Folder;
        }
        else
        {
            // pnpm's own workspaces can do without a lock file of the root; whoever has one has left the workspace.
            Root = folder;
        }

        NamedInstaller = manifest.PackageInstaller ?? (Root == folder ? null : ReadManifest(Root)?.PackageInstaller);
        var named = Named(NamedInstaller);
        Lock = named is null ? locks.FirstOrDefault() : locks.FirstOrDefault(found => IsOf(found.Installer, named.Value));
        OtherLocks = named is null ? [.. locks.Skip(1)] : [];
        Installer = Lock?.Installer ?? named ?? WithoutLock(Root);
    }

    /// <summary>The project's folder, absolute.</summary>
    public string Folder { get; }

    /// <summary>The folder that packages are installed in: the root of the project's workspace, or its own.</summary>
    public string Root { get; }

    /// <summary>What installs them.</summary>
    public PackageInstaller Installer { get; }

    /// <summary>What <c>packageManager</c> of package.json says (<c>pnpm@9.1.0</c>), or null.</summary>
    public string? NamedInstaller { get; }

    /// <summary>The lock file that counts, or null where there is none.</summary>
    public LockFile? Lock { get; }

    /// <summary>Other installers' lock files beside it, where nothing says which one counts.</summary>
    public IReadOnlyList<LockFile> OtherLocks { get; }

    /// <summary>The project's folder as its workspace names it (<c>packages/functions</c>); empty for the root, and for a project in no workspace.</summary>
    public string PathInWorkspace => Folder == Root
        ? ""
        : Folder.Substring(Root.TrimEnd(Path.DirectorySeparatorChar).Length + 1).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>The lock file as messages name it, relative to the project; null where there is none.</summary>
    public string? LockName => Lock is null ? null : RelativeToProject(Lock.Name);

    /// <summary>Finds it all.</summary>
    /// <param name="projectFolder">The project's folder, absolute.</param>
    /// <param name="manifest">Its package.json.</param>
    public static ProjectPackages Find(string projectFolder, PackageManifest manifest)
    {
        var folder = projectFolder.Length > 1 ? projectFolder.TrimEnd(Path.DirectorySeparatorChar) : projectFolder;
        return new ProjectPackages(folder, Workspace.Find(folder), manifest);
    }

    /// <summary>The root of the workspace that a folder belongs to; the folder itself where it belongs to none.</summary>
    public static string RootOf(string projectFolder) => Workspace.Find(projectFolder)?.Folder ?? projectFolder;

    /// <summary>The package of the workspace that has a name, or null.</summary>
    public PackageManifest? FindMember(string name) => _workspace is not null && _workspace.Members.TryGetValue(name, out var member) ? member : null;

    /// <summary>A file of the root as messages name it: relative to the project.</summary>
    public string RelativeToProject(string name)
    {
        var up = PathInWorkspace.Length == 0 ? 0 : PathInWorkspace.Split('/').Length;
        return string.Concat(Enumerable.Repeat("../", up)) + name;
    }

    private static PackageInstaller WithoutLock(string root) =>
        File.Exists(Path.Combine(root, Workspace.PnpmFile)) ? PackageInstaller.Pnpm
        : File.Exists(Path.Combine(root, ".yarnrc.yml")) ? PackageInstaller.Yarn
        : PackageInstaller.Npm;

    // Whoever names no version of yarn means what the lock file says.
    private static bool IsOf(PackageInstaller found, PackageInstaller named) =>
        found == named || (found is PackageInstaller.Yarn or PackageInstaller.YarnClassic && named is PackageInstaller.Yarn or PackageInstaller.YarnClassic);

    private static PackageInstaller? Named(string? text)
    {
        if (text is null || s_named.Match(text) is not { Success: true } match)
        {
            return null;
        }

        return match.Groups[1].Value switch
        {
            "npm" => PackageInstaller.Npm,
            "pnpm" => PackageInstaller.Pnpm,
            "bun" => PackageInstaller.Bun,
            _ => match.Groups[2].Value == "1" ? PackageInstaller.YarnClassic : PackageInstaller.Yarn,
        };
    }

    private static PackageManifest? ReadManifest(string folder)
    {
        try
        {
            var file = Path.Combine(folder, PackageManifest.FileName);
            return File.Exists(file) ? PackageManifest.Parse(File.ReadAllText(file), file) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PackageManifestException)
        {
            return null;
        }
    }
}
