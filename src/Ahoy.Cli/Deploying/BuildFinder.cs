using Ahoy.Cli.Output;
using Ahoy.Bundling.Output;
using Ahoy.Model;

namespace Ahoy.Cli.Deploying;

/// <summary>Finds the Build that a user means: an archive, a Build's folder, or a project that was built.</summary>
internal static class BuildFinder
{
    private const string BuildFolder = "ahoy";

    /// <summary>The archive or folder.</summary>
    /// <exception cref="UserErrorException">There is none.</exception>
    public static string Find(string path)
    {
        if (File.Exists(path) || File.Exists(Path.Combine(path, BuildJson.FileName)))
        {
            return path;
        }

        if (!Directory.Exists(path))
        {
            throw new UserErrorException($"{path}: there is no such Build. Name a Build's folder, its {BuildReader.ArchiveExtension}, or a project's folder.");
        }

        return TryFind(path)
            ?? throw new UserErrorException($"{path}: no Build. Run `dotnet build` there first, or name a Build's folder or its {BuildReader.ArchiveExtension}.");
    }

    /// <summary>The folder of the Build that a project was built to last, or null.</summary>
    public static string? TryFind(string projectFolder)
    {
        // bin/<configuration>/<framework>/ahoy: of several the one that was built last.
        var bin = new DirectoryInfo(Path.Combine(projectFolder, "bin"));
        var newest = bin.Exists
            ? bin.EnumerateFiles(BuildJson.FileName, SearchOption.AllDirectories)
                .Where(f => f.Directory!.Name == BuildFolder)
                .MaxBy(f => f.LastWriteTimeUtc)
            : null;
        return newest?.DirectoryName;
    }
}
