using System.Text;

namespace Ahoy.Model;

/// <summary>A lock file in a folder: its name, and whose it is.</summary>
public sealed class LockFile
{
    /// <summary>bun's older form, which is binary.</summary>
    public const string BunBinary = "bun.lockb";

    private static readonly (string Name, PackageInstaller Installer)[] s_names =
    [
        // Where npm's two lie side by side, npm takes the first.
        ("npm-shrinkwrap.json", PackageInstaller.Npm),
        (PackageLock.FileName, PackageInstaller.Npm),
        ("pnpm-lock.yaml", PackageInstaller.Pnpm),
        ("yarn.lock", PackageInstaller.YarnClassic),
        ("bun.lock", PackageInstaller.Bun),
        (BunBinary, PackageInstaller.Bun),
    ];

    internal LockFile(string folder, string name, PackageInstaller installer)
    {
        Folder = folder;
        Name = name;
        Installer = installer;
    }

    /// <summary>The names of all lock files.</summary>
    public static IEnumerable<string> Names => s_names.Select(known => known.Name);

    /// <summary>The folder that it lies in, absolute.</summary>
    public string Folder { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Whose it is.</summary>
    public PackageInstaller Installer { get; }

    /// <summary>The file, absolute.</summary>
    public string FullPath => Path.Combine(Folder, Name);

    /// <summary>The lock files of a folder, one for each installer.</summary>
    public static IReadOnlyList<LockFile> FindAll(string folder) =>
    [
        .. s_names
            .Where(known => File.Exists(Path.Combine(folder, known.Name)))
            .GroupBy(known => known.Installer)
            .Select(group => group.First())
            .Select(known => new LockFile(folder, known.Name, known.Installer == PackageInstaller.YarnClassic ? WhichYarn(folder) : known.Installer)),
    ];

    // The two yarns share a name. The later says so in its lock file, and has a configuration file of its own.
    private static PackageInstaller WhichYarn(string folder) =>
        File.Exists(Path.Combine(folder, ".yarnrc.yml")) || Head(Path.Combine(folder, "yarn.lock")).Contains("__metadata:")
            ? PackageInstaller.Yarn
            : PackageInstaller.YarnClassic;

    private static string Head(string file)
    {
        try
        {
            using var reader = new StreamReader(file, Encoding.UTF8);
            var buffer = new char[1024];
            return new string(buffer, 0, reader.ReadBlock(buffer, 0, buffer.Length));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
