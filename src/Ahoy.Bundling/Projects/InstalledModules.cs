using System.Text;
using Ahoy.Model;

namespace Ahoy.Bundling;

/// <summary>Walks <c>node_modules</c> as Node resolves it. What is not installed, or can't be read, is passed over.</summary>
internal static class InstalledModules
{
    /// <summary>The named modules and all that they depend on, each once. Optional dependencies are not followed: the module works without.</summary>
    /// <param name="folder">The folder that names them.</param>
    /// <param name="names">Their names.</param>
    /// <param name="top">The folder above which nothing is looked for: the root of the workspace, where modules are hoisted to.</param>
    public static IEnumerable<InstalledModule> ReachableFrom(string folder, IEnumerable<string> names, string top)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<(string From, string Name, string BroughtBy)>(names.Select(name => (folder, name, name)));
        while (open.Count > 0)
        {
            var (from, name, broughtBy) = open.Dequeue();
            if (Resolve(from, top, name) is not { } found || !seen.Add(found) || ReadManifest(found) is not { } manifest)
            {
                continue;
            }

            yield return new InstalledModule(name, found, manifest, broughtBy);
            foreach (var dependency in manifest.Dependencies.Keys)
            {
                // npm lists an optional dependency of a published package among the others too.
                if (!manifest.OptionalDependencies.ContainsKey(dependency))
                {
                    open.Enqueue((found, dependency, broughtBy));
                }
            }
        }
    }

    private static string? Resolve(string from, string top, string name)
    {
        for (var folder = from; folder is not null && folder.Length >= top.Length; folder = Path.GetDirectoryName(folder))
        {
            var candidate = Path.Combine(folder, "node_modules", name.Replace('/', Path.DirectorySeparatorChar));
            if (Directory.Exists(candidate))
            {
                // pnpm's are links into a folder where what they depend on lies beside them.
                return FileLinks.RealPath(candidate) ?? candidate;
            }
        }

        return null;
    }

    private static PackageManifest? ReadManifest(string folder)
    {
        var file = Path.Combine(folder, PackageManifest.FileName);
        try
        {
            return PackageManifest.Parse(File.ReadAllText(file, Encoding.UTF8), file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PackageManifestException)
        {
            return null;
        }
    }
}
