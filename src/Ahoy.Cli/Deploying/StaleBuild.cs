using System.Security.Cryptography;
using Ahoy.Model;

namespace Ahoy.Cli.Deploying;

/// <summary>Notices that a project has changed since it was built: what is deployed is the Build, not the files.</summary>
internal static class StaleBuild
{
    /// <summary>Writes a warning where a file of the project is gone, or not what was built.</summary>
    public static void Warn(Build build, string projectFolder, TextWriter output)
    {
        if (build.Resources.FirstOrDefault(r => HasChanged(Path.Combine(projectFolder, r.File), r)) is { } changed)
        {
            output.WriteLine(
                $"warning: {changed.File} has changed since the Build was made, and the Build is what is deployed. `dotnet build` makes it anew; `dotnet publish` builds and deploys.");
        }
    }

    private static bool HasChanged(string path, Resource resource)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length != resource.Size)
        {
            return true;
        }

        using var content = file.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(content)) != resource.Sha256;
    }
}
