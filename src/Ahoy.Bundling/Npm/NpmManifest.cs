using System.Text;
using Ahoy.Model;

namespace Ahoy.Bundling.Npm;

/// <summary>What a project's package.json means for npm.</summary>
internal enum NpmManifest
{
    /// <summary>There is none, or it is broken, which the checks report.</summary>
    Unreadable,

    /// <summary>It names no package at all: npm has nothing to do, and need not even be there.</summary>
    NamesNothing,

    /// <summary>It names packages.</summary>
    NamesPackages,
}

/// <summary>Reads <see cref="NpmManifest"/>.</summary>
internal static class NpmManifests
{
    public static NpmManifest Read(string folder)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, PackageManifest.FileName), Encoding.UTF8);
            var manifest = PackageManifest.Parse(text, PackageManifest.FileName);
            var count = manifest.Dependencies.Count + manifest.DevDependencies.Count + manifest.OptionalDependencies.Count + manifest.PeerDependencies.Count;
            return count > 0 || text.Contains("\"workspaces\"") ? NpmManifest.NamesPackages : NpmManifest.NamesNothing;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PackageManifestException)
        {
            return NpmManifest.Unreadable;
        }
    }
}
