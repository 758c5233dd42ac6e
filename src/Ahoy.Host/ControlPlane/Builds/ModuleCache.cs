using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Ahoy.Api;
using Ahoy.Host.ControlPlane.Logs;
using Ahoy.Host.Storage;
using Ahoy.Model;

namespace Ahoy.Host.ControlPlane.Builds;

/// <summary>
/// The npm modules of all Builds. Builds whose dependencies lead to the same lock file share one <c>node_modules</c>; it is made
/// beside its place and renamed into it, so that what is found is whole.
/// </summary>
/// <remarks><c>twilio</c> and the runtime handler, which each Build has, are the host's own.</remarks>
internal sealed partial class ModuleCache(DataFolder data, IModuleInstaller installer, ILogger<ModuleCache> logger)
{
    // Two Builds at once with the same new dependencies install them once.
    private readonly SemaphoreSlim _installing = new(1, 1);

    private const string BuildsFolder = "builds";

    /// <summary>The key of a Build without modules.</summary>
    public const string None = "none";

    /// <summary>The folder of a Build that uses the modules of a key: below them, so that Node finds them from it.</summary>
    public string FolderOf(string key, string buildSid) => Path.Combine(data.Modules, key, BuildsFolder, buildSid);

    /// <summary>The <c>node_modules</c> of a key, or null where it has none.</summary>
    public string? ModulesOf(string key)
    {
        var folder = Path.Combine(data.Modules, key, "node_modules");
        return Directory.Exists(folder) ? folder : null;
    }

    /// <summary>Installs a Build's modules where they are not there, and gives their key.</summary>
    /// <exception cref="ModuleInstallException">They can't be installed.</exception>
    public async Task<string> EnsureAsync(BuildRow build, CancellationToken cancellationToken)
    {
        // The handler is the platform's, and this host is one: its newest versions are on no registry.
        var dependencies = build.Dependencies.Where(d => d.Name != PlatformModules.RuntimeHandler).ToArray();
        if (dependencies.Length == 0)
        {
            return None;
        }

        // Exact versions lead to the same modules tomorrow, near enough: the registry need not be asked again. Ranges may not.
        var shortcut = dependencies.All(d => ExactVersion().IsMatch(d.Version))
            ? Path.Combine(data.Modules, $"{Hash(string.Join('\n', dependencies.Select(d => $"{d.Name}@{d.Version}").Order(StringComparer.Ordinal)))}.key")
            : null;
        await _installing.WaitAsync(cancellationToken);
        try
        {
            if (shortcut is not null && File.Exists(shortcut))
            {
                var known = await File.ReadAllTextAsync(shortcut, cancellationToken);
                if (ModulesOf(known) is not null)
                {
                    return known;
                }
            }

            Log.InstallingModules(logger, dependencies.Length, build.Sid);
            var key = await InstallAsync(dependencies, cancellationToken);
            if (shortcut is not null)
            {
                await File.WriteAllTextAsync(shortcut, key, cancellationToken);
            }

            return key;
        }
        finally
        {
            _installing.Release();
        }
    }

    /// <summary>Removes the files of Builds that are gone, and what an installation left that was interrupted.</summary>
    /// <param name="exists">Whether there is a Build.</param>
    /// <param name="now">The time.</param>
    public void RemoveBuilds(Func<string, bool> exists, DateTimeOffset now)
    {
        var keys = new DirectoryInfo(data.Modules).EnumerateDirectories().ToArray();
        var old = now.UtcDateTime.AddHours(-1);
        foreach (var work in keys.Where(d => d.Name.StartsWith('.') && d.LastWriteTimeUtc < old))
        {
            work.Delete(recursive: true);
        }

        foreach (var folder in keys.Select(d => new DirectoryInfo(Path.Combine(d.FullName, BuildsFolder))).Where(d => d.Exists))
        {
            foreach (var build in folder.EnumerateDirectories().Where(b => !exists(b.Name)))
            {
                build.Delete(recursive: true);
            }
        }
    }

    private async Task<string> InstallAsync(IReadOnlyList<BuildDependency> dependencies, CancellationToken cancellationToken)
    {
        var work = Path.Combine(data.Modules, $".{Guid.NewGuid():N}");
        Directory.CreateDirectory(work);
        try
        {
            var key = Hash(await installer.LockAsync(work, dependencies, cancellationToken));
            if (ModulesOf(key) is null)
            {
                await installer.InstallAsync(work, cancellationToken);
                Directory.CreateDirectory(Path.Combine(data.Modules, key));
                Directory.Move(Path.Combine(work, "node_modules"), Path.Combine(data.Modules, key, "node_modules"));
            }

            return key;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];

    [GeneratedRegex(@"^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$")]
    private static partial Regex ExactVersion();
}
