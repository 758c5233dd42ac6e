using System.Security.Cryptography;
using System.Text;
using Ahoy.Model;

namespace Ahoy.Bundling.Npm;

/// <summary>
/// Restores the npm packages of a project by what the project itself uses, exactly as its lock file says, in the folder of its workspace. No file under version
/// control changes. Page: Dependencies.
/// </summary>
/// <remarks>The stamp goes before the installer begins and comes back when it has succeeded, so that an install that was broken off is done again.</remarks>
internal sealed class PackageRestore
{
    private readonly string _folder;
    private readonly IReadOnlyList<string> _inputs;
    private readonly string _work;
    private readonly RestoreFiles _files;

    /// <param name="folder">The project's folder, absolute.</param>
    /// <param name="inputs">What the packages come from, absolute: what the build watches.</param>
    /// <param name="stamp">A file, newer than the inputs, that says that the packages are there; absolute.</param>
    /// <param name="list">The file that tells the next build where they are; absolute.</param>
    public PackageRestore(string folder, IReadOnlyList<string> inputs, string stamp, string list)
    {
        _folder = folder;
        _inputs = inputs;
        _work = Path.Combine(Path.GetDirectoryName(stamp)!, "packages");
        _files = new RestoreFiles(stamp, list);
    }

    /// <summary>Restores, unless the packages are there.</summary>
    /// <param name="log">Gets a line for each installer that is run.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>What is wrong; null where nothing is.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Problem? Run(Action<string> log, CancellationToken cancellation)
    {
        // A package.json that can't be read, the checks report.
        if (ReadManifest() is not { } manifest)
        {
            return null;
        }

        if (NamesNothing(manifest))
        {
            _files.Finish(null);
            return null;
        }

        var packages = ProjectPackages.Find(_folder, manifest);
        using (NpmLock.Take(LockPath(packages.Root), cancellation))
        {
            if (!_files.AreCurrent(packages, _inputs))
            {
                return Restore(manifest, packages, log, cancellation);
            }

            // The build that had the lock has done it.
            _files.Finish(packages);
            return null;
        }
    }

    private Problem? Restore(PackageManifest manifest, ProjectPackages packages, Action<string> log, CancellationToken cancellation)
    {
        var reader = new ProjectFolder(ProjectSettings.Of(_folder, new GivenSettings(), ToolkitConfiguration.Empty));
        var @lock = reader.ReadLock(packages, manifest);
        if (reader.Problems.Count > 0)
        {
            // The checks say the same; the build would not come to them.
            return ProjectProblems.Of(reader.Problems[0]);
        }

        var isCopy = PackageCopy.IsNeeded(manifest, @lock);
        if (FindObstacle(manifest, packages, @lock, isCopy) is { } obstacle)
        {
            return obstacle;
        }

        if (InstallerFinder.Find(packages, out var problem, cancellation) is not { } program)
        {
            return Fail(problem!);
        }

        var name = Installers.NameOf(packages.Installer);
        var arguments = Installers.ArgumentsOf(packages.Installer, packages.Lock is not null);
        var command = isCopy ? $"{name} install" : $"{name} {arguments.Split(' ')[0]}";
        log($"  {command} ({packages.Root})");
        _files.Begin();
        var reason = isCopy
            ? PackageCopy.Restore(program, packages, _work, cancellation)
            : program.Run(packages.Root, arguments, cancellation);
        if (reason is not null)
        {
            return Fail($"'{command}' failed: {reason}");
        }

        _files.Finish(packages);
        return null;
    }

    // What would make the installer fail, or write a file that is under version control.
    private static Problem? FindObstacle(PackageManifest manifest, ProjectPackages packages, PackageLock? @lock, bool isCopy)
    {
        if (packages.Lock is null && packages.Installer == PackageInstaller.Yarn)
        {
            return Fail("there is no yarn.lock, without which this yarn installs nothing: run `yarn install`, and commit yarn.lock");
        }

        if (isCopy && (packages.Root != packages.Folder || packages.Installer == PackageInstaller.Yarn))
        {
            return Fail($"'{PlatformModules.RuntimeHandler}' is the platform's, and not in {packages.LockName ?? "the lock file"}: {(packages.Root != packages.Folder ? "a workspace" : "yarn 2 and newer")} can't be installed without it; name a version that npm has, run `{Installers.UpdateOf(packages.Installer)}`, or set AhoyNpmRestore to false");
        }

        return @lock is not null && LockComparison.DescribeFailure(manifest, @lock) is { } difference
            ? new Problem("AHOY5016", Severity.Error, LockComparison.Sentence(packages.LockName!, packages, difference), packages.LockName)
            : null;
    }

    private static Problem Fail(string message) => ProjectProblems.Error(ProjectProblems.Npm, message, PackageManifest.FileName);

    private static bool NamesNothing(PackageManifest manifest) =>
        manifest.Dependencies.Count + manifest.DevDependencies.Count + manifest.OptionalDependencies.Count + manifest.PeerDependencies.Count == 0
        && !manifest.HasWorkspaces;

    private PackageManifest? ReadManifest()
    {
        try
        {
            var file = Path.Combine(_folder, PackageManifest.FileName);
            return File.Exists(file) ? PackageManifest.Parse(File.ReadAllText(file, Encoding.UTF8), PackageManifest.FileName) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PackageManifestException)
        {
            return null;
        }
    }

    // The projects of a workspace share the folder, and have no other folder in common.
    private static string LockPath(string root)
    {
        using var hash = SHA256.Create();
        var name = string.Concat(hash.ComputeHash(Encoding.UTF8.GetBytes(root)).Take(8).Select(part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
        return Path.Combine(Path.GetTempPath(), $"ahoy-{Environment.UserName}", $"packages-{name}.lock");
    }
}
