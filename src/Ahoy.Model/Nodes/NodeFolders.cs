using System.Runtime.InteropServices;

namespace Ahoy.Model;

/// <summary>Where Node is on a machine beside the PATH: npm's packages with a Node, and the folders of the tools that keep several versions.</summary>
internal static class NodeFolders
{
    private static readonly bool s_isWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <summary>The program's file name.</summary>
    public static string Executable { get; } = s_isWindows ? "node.exe" : "node";

    /// <summary>The Nodes that a project's own packages bring, from its folder upward.</summary>
    public static IEnumerable<string> InPackages(string projectFolder)
    {
        var platform = $"node-{System()}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        for (var folder = projectFolder; !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            var modules = Path.Combine(folder, "node_modules");
            string[] files =
            [
                Path.Combine(modules, ".bin", Executable),
                Path.Combine(modules, "node", "bin", Executable),
                Path.Combine(modules, platform, "bin", Executable),
            ];
            foreach (var file in files.Where(File.Exists))
            {
                yield return file;
            }
        }
    }

    /// <summary>The Nodes of nvm, volta, asdf, mise, fnm and n, each with its version.</summary>
    public static IEnumerable<(string File, string Version)> OfTools() =>
        from place in Places()
        where Directory.Exists(place.Folder)
        from folder in Subfolders(place.Folder)
        let version = Path.GetFileName(folder).TrimStart('v')
        where VersionRange.ParseVersion(version) is not null
        let file = Path.Combine(folder, place.Inner, Executable)
        where File.Exists(file)
        select (file, version);

    private static IEnumerable<(string Folder, string Inner)> Places()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (s_isWindows)
        {
            var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
            var roaming = Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData);
            return
            [
                (Named("NVM_HOME", roaming, "nvm"), ""),
                (Path.Combine(Named("VOLTA_HOME", local, "Volta"), "tools", "image", "node"), ""),
                (Path.Combine(Named("FNM_DIR", roaming, "fnm"), "node-versions"), "installation"),
            ];
        }

        return
        [
            (Path.Combine(Named("NVM_DIR", home, ".nvm"), "versions", "node"), "bin"),
            (Path.Combine(Named("VOLTA_HOME", home, ".volta"), "tools", "image", "node"), "bin"),
            (Path.Combine(Named("ASDF_DATA_DIR", home, ".asdf"), "installs", "nodejs"), "bin"),
            (Path.Combine(Named("MISE_DATA_DIR", home, ".local", "share", "mise"), "installs", "node"), "bin"),
            (Path.Combine(Named("FNM_DIR", home, ".local", "share", "fnm"), "node-versions"), Path.Combine("installation", "bin")),
            (Path.Combine(home, ".fnm", "node-versions"), Path.Combine("installation", "bin")),
            (Path.Combine(home, "Library", "Application Support", "fnm", "node-versions"), Path.Combine("installation", "bin")),
            (Path.Combine(Named("N_PREFIX", "/usr/local"), "n", "versions", "node"), "bin"),
        ];
    }

    private static string Named(string variable, params string[] usual) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } named ? named : Path.Combine(usual);

    private static string System() =>
        s_isWindows ? "win" : RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? "darwin" : "linux";

    private static string[] Subfolders(string folder)
    {
        try
        {
            return Directory.GetDirectories(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
