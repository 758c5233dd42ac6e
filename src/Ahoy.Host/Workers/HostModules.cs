using System.Text.Json.Nodes;
using Ahoy.Model;

namespace Ahoy.Host.Workers;

/// <summary>The npm modules that the host brings, because every Build on the platform has them.</summary>
internal static class HostModules
{
    /// <summary>The <c>node_modules</c> folder; its content is restored when the host is built.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Workers", "node", "node_modules");

    /// <summary>The version of one of them; null where it is not there.</summary>
    public static string? VersionOf(string name)
    {
        var file = Path.Combine(Folder, name, PackageManifest.FileName);
        return File.Exists(file) ? (string?)JsonNode.Parse(File.ReadAllText(file))?["version"] : null;
    }
}
