using System.Text.Json;
using System.Text.Json.Nodes;
using Ahoy.Model;

namespace Ahoy.Bundling.Npm;

/// <summary>
/// A restore in a copy of package.json and its lock file, without what is the platform's own: <c>@twilio/runtime-handler</c> in a version that npm does
/// not have. The project's own files stay as they are, and get the <c>node_modules</c> that come of it.
/// </summary>
internal static class PackageCopy
{
    private const string Modules = "node_modules";

    private static readonly string[] s_lists = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];
    private static readonly string[] s_settings = [".npmrc", ".yarnrc", ".yarnrc.yml"];

    /// <summary>Whether the packages can't come from the lock file as it is, because the handler is asked for and the lock file does not have it.</summary>
    public static bool IsNeeded(PackageManifest manifest, PackageLock? @lock) =>
        (manifest.Dependencies.TryGetValue(PlatformModules.RuntimeHandler, out var requested)
            || manifest.DevDependencies.TryGetValue(PlatformModules.RuntimeHandler, out requested))
        && !(@lock is not null
            && @lock.Versions.TryGetValue(PlatformModules.RuntimeHandler, out var version)
            && (VersionRange.Parse(requested)?.Contains(version) ?? true));

    /// <summary>Restores.</summary>
    /// <returns>Null where it went well, else what the installer wrote of the reason.</returns>
    public static string? Restore(InstallerProgram program, ProjectPackages packages, string folder, CancellationToken cancellation)
    {
        Remove(folder);
        Directory.CreateDirectory(folder);
        try
        {
            File.WriteAllText(Path.Combine(folder, PackageManifest.FileName), WithoutHandler(File.ReadAllText(Path.Combine(packages.Folder, PackageManifest.FileName))));
            foreach (var name in s_settings.Append(packages.Lock?.Name).OfType<string>().Where(name => File.Exists(Path.Combine(packages.Folder, name))))
            {
                File.Copy(Path.Combine(packages.Folder, name), Path.Combine(folder, name));
            }

            if (program.Run(folder, Installers.CopyArgumentsOf(packages.Installer), cancellation) is { } reason)
            {
                return reason;
            }

            var target = Path.Combine(packages.Folder, Modules);
            Remove(target);
            if (Directory.Exists(Path.Combine(folder, Modules)))
            {
                Directory.Move(Path.Combine(folder, Modules), target);
            }
            else
            {
                // The handler was all that there was.
                Directory.CreateDirectory(target);
            }

            return null;
        }
        finally
        {
            Remove(folder);
        }
    }

    private static string WithoutHandler(string json)
    {
        var manifest = JsonNode.Parse(json.TrimStart('\uFEFF'), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!.AsObject();
        foreach (var list in s_lists)
        {
            (manifest[list] as JsonObject)?.Remove(PlatformModules.RuntimeHandler);
        }

        // They are written for the project's folder.
        manifest.Remove("scripts");
        manifest.Remove("packageManager");
        return manifest.ToJsonString();
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
