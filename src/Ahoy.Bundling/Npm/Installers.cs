using Ahoy.Model;

namespace Ahoy.Bundling.Npm;

/// <summary>What each installer of packages is called, and what to type.</summary>
internal static class Installers
{
    /// <summary>Its name, as messages have it.</summary>
    public static string NameOf(PackageInstaller installer) => installer switch
    {
        PackageInstaller.Npm => "npm",
        PackageInstaller.Pnpm => "pnpm",
        PackageInstaller.Bun => "bun",
        _ => "yarn",
    };

    /// <summary>The command that brings the lock file up to date.</summary>
    public static string UpdateOf(PackageInstaller installer) => $"{NameOf(installer)} install";

    /// <summary>The name of its lock file.</summary>
    public static string LockOf(PackageInstaller installer) => installer switch
    {
        PackageInstaller.Npm => PackageLock.FileName,
        PackageInstaller.Pnpm => "pnpm-lock.yaml",
        PackageInstaller.Bun => "bun.lock",
        _ => "yarn.lock",
    };

    /// <summary>The arguments that install exactly what the lock file says, and write nothing beside the packages.</summary>
    /// <param name="installer">The installer.</param>
    /// <param name="hasLock">Whether there is a lock file; without one, none is written.</param>
    public static string ArgumentsOf(PackageInstaller installer, bool hasLock) => installer switch
    {
        PackageInstaller.Npm => $"{(hasLock ? "ci" : "install --no-package-lock")} --no-audit --no-fund --no-update-notifier --no-progress",
        PackageInstaller.Pnpm => $"install {(hasLock ? "--frozen-lockfile" : "--no-lockfile")} --reporter=append-only",
        PackageInstaller.YarnClassic => $"install {(hasLock ? "--frozen-lockfile" : "--no-lockfile")} --non-interactive --no-progress",
        PackageInstaller.Yarn => "install --immutable",
        _ => $"install {(hasLock ? "--frozen-lockfile" : "--no-save")}",
    };

    /// <summary>The arguments that install in a copy, whose lock file may change: what is still wanted keeps its version.</summary>
    public static string CopyArgumentsOf(PackageInstaller installer) => installer switch
    {
        PackageInstaller.Npm => "install --no-audit --no-fund --no-update-notifier --no-progress",
        PackageInstaller.Pnpm => "install --no-frozen-lockfile --ignore-workspace --reporter=append-only",
        PackageInstaller.YarnClassic => "install --non-interactive --no-progress",
        PackageInstaller.Yarn => "install --no-immutable",
        _ => "install",
    };

    /// <summary>What to type where it is not on this machine.</summary>
    /// <param name="installer">The installer.</param>
    /// <param name="named">What <c>packageManager</c> says, or null.</param>
    public static string HowToGet(PackageInstaller installer, string? named)
    {
        if (installer == PackageInstaller.Npm)
        {
            return $"install Node.js {NodeRuntime.OldestSupportedMajor} or newer, which brings npm";
        }

        var package = installer switch
        {
            PackageInstaller.Yarn => "@yarnpkg/cli-dist",
            PackageInstaller.YarnClassic => "yarn@1",
            var other => NameOf(other),
        };
        if (named is not null && installer is PackageInstaller.Pnpm && named.Split('+')[0] is var version && version.Contains("@"))
        {
            package = version;
        }

        var byCorepack = named is not null && installer != PackageInstaller.Bun ? $"run 'corepack enable {NameOf(installer)}', or " : "";
        return $"{byCorepack}run 'npm install --global {package}'";
    }
}
