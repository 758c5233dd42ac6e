using Ahoy.Model;

namespace Ahoy.Host.Workers;

/// <summary>Finds Node: what the user named, else what the project brings, else what the machine has.</summary>
internal static class NodeLocator
{
    /// <summary>The message where there is none.</summary>
    public static readonly string MissingMessage =
        $"Node is missing: Functions run on it. Install Node {NodeRuntime.OldestSupportedMajor} or newer (https://nodejs.org), or name the one to use with --node.";

    /// <summary>Finds the binary, or null where there is none.</summary>
    /// <param name="named">What the user named: a path, or a name to look up in PATH.</param>
    /// <param name="projectFolder">The project's folder, where there is one.</param>
    public static string? Find(string? named, string? projectFolder)
    {
        var executable = OperatingSystem.IsWindows() ? "node.exe" : "node";
        if (!string.IsNullOrEmpty(named))
        {
            return named.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) || named.Contains('/', StringComparison.Ordinal)
                ? Existing(Path.GetFullPath(named))
                : SearchPath.Find(named);
        }

        var own = projectFolder is null ? null : Existing(Path.Combine(projectFolder, "node_modules", ".bin", executable));
        return own ?? SearchPath.Find(executable);
    }

    private static string? Existing(string file) => File.Exists(file) ? file : null;
}
