using Ahoy.Model;

namespace Ahoy.Bundling.Npm;

/// <summary>
/// What a restore leaves behind for the next build: a stamp that says that the packages are there, and a list of where they are and of the files outside of
/// the project that they come from, which only a restore knows.
/// </summary>
internal sealed class RestoreFiles
{
    private static readonly string[] s_settings =
    [
        PackageManifest.FileName, ".npmrc", ".yarnrc", ".yarnrc.yml", "pnpm-workspace.yaml", ".pnpmfile.cjs", "bunfig.toml",
    ];

    // What npm, pnpm, yarn 1 and its later versions write when they have succeeded.
    private static readonly string[] s_written =
    [
        "node_modules/.package-lock.json", "node_modules/.modules.yaml", "node_modules/.yarn-integrity", "node_modules/.yarn-state.yml", ".pnp.cjs",
    ];

    private readonly string _stamp;
    private readonly string _list;

    /// <param name="stamp">The stamp, absolute.</param>
    /// <param name="list">The list, absolute.</param>
    public RestoreFiles(string stamp, string list)
    {
        _stamp = stamp;
        _list = list;
    }

    /// <summary>Removes the stamp: what comes next may be broken off.</summary>
    public void Begin()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_stamp)!);
        File.Delete(_stamp);
    }

    /// <summary>Whether the packages are there, and newer than what they come from.</summary>
    /// <remarks>
    /// The projects of a workspace share its packages, and each has a stamp of its own: there, what the installer itself writes last counts as well, so that
    /// the second project of a solution does not install anew under the first one's hands.
    /// </remarks>
    public bool AreCurrent(ProjectPackages packages, IEnumerable<string> inputs)
    {
        if (PlaceOf(packages) is null)
        {
            return false;
        }

        var stamps = packages.Root == packages.Folder ? [_stamp] : s_written.Select(name => Path.Combine(packages.Root, name)).Prepend(_stamp);
        var restored = stamps.Where(File.Exists).Select(File.GetLastWriteTimeUtc).DefaultIfEmpty(DateTime.MinValue).Max();
        return inputs.Concat(InputsOf(packages)).All(input => !File.Exists(input) || File.GetLastWriteTimeUtc(input) <= restored);
    }

    /// <summary>Writes both.</summary>
    /// <param name="packages">Where the packages come from; null where there are none to restore.</param>
    public void Finish(ProjectPackages? packages)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_stamp)!);
        var lines = packages is null ? [] : InputsOf(packages).Prepend(PlaceOf(packages) ?? "").Where(line => line.Length > 0);
        File.WriteAllLines(_list, lines);
        File.WriteAllText(_stamp, "");
    }

    // Whichever the installer makes: the packages are gone with it.
    private static string? PlaceOf(ProjectPackages packages)
    {
        string[] places = [Path.Combine(packages.Root, "node_modules"), Path.Combine(packages.Root, ".pnp.cjs"), Path.Combine(packages.Folder, "node_modules")];
        return places.FirstOrDefault(place => Directory.Exists(place) || File.Exists(place));
    }

    private static IEnumerable<string> InputsOf(ProjectPackages packages) =>
        s_settings.Concat(LockFile.Names).Select(name => Path.Combine(packages.Root, name)).Where(File.Exists);
}
