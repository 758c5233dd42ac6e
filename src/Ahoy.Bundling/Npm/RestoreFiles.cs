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
    public bool AreCurrent(ProjectPackages packages, IEnumerable<string> inputs)
    {
        if (!File.Exists(_stamp) || PlaceOf(packages) is null)
        {
            return false;
        }

        var restored = File.GetLastWriteTimeUtc(_stamp);
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
