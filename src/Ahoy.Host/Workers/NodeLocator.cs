using Ahoy.Model;

namespace Ahoy.Host.Workers;

/// <summary>Finds Node: what the user named, else what <see cref="NodeChoice"/> finds for the runtime.</summary>
internal static class NodeLocator
{
    /// <summary>The message where there is none.</summary>
    public static readonly string MissingMessage =
        $"Node is missing: Functions run on it. Install Node {NodeRuntime.OldestSupportedMajor} or newer (https://nodejs.org), or name the one to use with --node.";

    /// <summary>Finds the binary, or null where there is none.</summary>
    /// <param name="named">What the user named: a path, or a name to look up in PATH.</param>
    /// <param name="projectFolder">The project's folder, where there is one.</param>
    /// <param name="runtime">The runtime that Functions are deployed for.</param>
    public static NodeInstallation? Find(string? named, string? projectFolder, string runtime)
    {
        if (string.IsNullOrEmpty(named))
        {
            return NodeChoice.Find(projectFolder, runtime);
        }

        var file = named.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) || named.Contains('/', StringComparison.Ordinal)
            ? Existing(Path.GetFullPath(named))
            : SearchPath.Find(named);
        return file is null ? null : new NodeInstallation(file, projectFolder ?? Environment.CurrentDirectory);
    }

    private static string? Existing(string file) => File.Exists(file) ? file : null;
}
