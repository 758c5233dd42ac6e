using System.Text.RegularExpressions;
using Ahoy.Model;

namespace Ahoy.Bundling.Npm;

/// <summary>Finds the program that installs a project's packages.</summary>
internal static class InstallerFinder
{
    private static readonly Regex s_yarnPath = new(@"^\s*(?:yarnPath:|yarn-path)\s*[""']?([^""'\r\n]+?)[""']?\s*$", RegexOptions.CultureInvariant | RegexOptions.Multiline);

    /// <summary>Finds it.</summary>
    /// <param name="packages">Whose packages they are.</param>
    /// <param name="problem">What is wrong and what to type, where there is none.</param>
    /// <param name="cancellation">Ends it.</param>
    public static InstallerProgram? Find(ProjectPackages packages, out string? problem, CancellationToken cancellation)
    {
        problem = null;
        if (FindYarnOfProject(packages, out problem) is { } own)
        {
            return own;
        }

        if (problem is not null)
        {
            return null;
        }

        var name = Installers.NameOf(packages.Installer);
        var found = InstallerProgram.Find(name);
        var reason = packages.LockName is { } lockName && packages.NamedInstaller is null ? $"{lockName} is its lock file" : $"the project's packages are {name}'s";
        if (found is null)
        {
            var why = packages.Installer == PackageInstaller.Npm ? "package.json names packages" : reason;
            problem = $"{name} is not on the PATH, and {why}: {Installers.HowToGet(packages.Installer, packages.NamedInstaller)}, or set AhoyNpmRestore to false";
            return null;
        }

        // Two programs share the name, and each breaks what the other wrote.
        if (packages.Installer is PackageInstaller.Yarn or PackageInstaller.YarnClassic
            && found.ReadVersion(packages.Root, cancellation) is { } version
            && VersionRange.IsVersion(version)
            && version.StartsWith("1.", StringComparison.Ordinal) != (packages.Installer == PackageInstaller.YarnClassic))
        {
            problem = packages.Installer == PackageInstaller.Yarn
                ? $"the yarn on the PATH is {version}, and {packages.LockName ?? "the project"} is of yarn 2 or newer: {Installers.HowToGet(packages.Installer, packages.NamedInstaller)}, or set AhoyNpmRestore to false"
                : $"the yarn on the PATH is {version}, and {packages.LockName ?? "the project"} is of yarn 1: {Installers.HowToGet(packages.Installer, packages.NamedInstaller)}, or set AhoyNpmRestore to false";
            return null;
        }

        return found;
    }

    // A project may bring the yarn that it wants as a file.
    private static InstallerProgram? FindYarnOfProject(ProjectPackages packages, out string? problem)
    {
        problem = null;
        if (packages.Installer is not (PackageInstaller.Yarn or PackageInstaller.YarnClassic))
        {
            return null;
        }

        var settings = Path.Combine(packages.Root, packages.Installer == PackageInstaller.Yarn ? ".yarnrc.yml" : ".yarnrc");
        if (!File.Exists(settings) || s_yarnPath.Match(File.ReadAllText(settings)) is not { Success: true } match)
        {
            return null;
        }

        var file = Path.GetFullPath(Path.Combine(packages.Root, match.Groups[1].Value));
        if (!File.Exists(file))
        {
            problem = $"{Path.GetFileName(settings)} names the yarn '{match.Groups[1].Value}', which does not exist: commit it, or correct {Path.GetFileName(settings)}";
            return null;
        }

        if (NodeChoice.FindAny(packages.Folder) is not { } node)
        {
            problem = $"Node is not on the PATH, and runs the project's yarn: {Installers.HowToGet(PackageInstaller.Npm, null)}";
            return null;
        }

        return InstallerProgram.OfScript(node, file);
    }
}
