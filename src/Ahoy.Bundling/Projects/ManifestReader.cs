using System.Text;
using Ahoy.Model;

namespace Ahoy.Bundling;

/// <summary>Reads package.json and the lock file beside it.</summary>
internal static class ManifestReader
{
    private static readonly string[] s_npmLocks = ["npm-shrinkwrap.json", PackageLock.FileName];
    private static readonly string[] s_otherLocks = ["yarn.lock", "pnpm-lock.yaml", "bun.lock"];

    /// <summary>The name of npm's lock file in a folder, or null.</summary>
    public static string? FindNpmLock(string folder) => s_npmLocks.FirstOrDefault(name => File.Exists(Path.Combine(folder, name)));

    /// <summary>The manifest of the project in a folder; null where it has none, or a broken one.</summary>
    public static CandidateManifest? Read(string folder, ICollection<Problem> problems)
    {
        if (Parse(folder, PackageManifest.FileName, PackageManifest.Parse, problems) is not { } manifest)
        {
            return null;
        }

        var npmLock = FindNpmLock(folder);
        var content = npmLock is null ? null : Parse(folder, npmLock, PackageLock.Parse, problems);
        var lockFile = npmLock ?? s_otherLocks.FirstOrDefault(name => File.Exists(Path.Combine(folder, name)));
        return new CandidateManifest(manifest, content, lockFile, folder);
    }

    private static T? Parse<T>(string folder, string name, Func<string, string, T> parse, ICollection<Problem> problems)
        where T : class
    {
        var file = Path.Combine(folder, name);
        try
        {
            return File.Exists(file) ? parse(File.ReadAllText(file, Encoding.UTF8), name) : null;
        }
        catch (PackageManifestException e)
        {
            problems.Add(ProjectProblems.Error(ProjectProblems.Manifest, e.Message, name, e.Line));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(ProjectProblems.Error(ProjectProblems.Manifest, $"can't be read: {e.Message}", name));
        }

        return null;
    }
}
