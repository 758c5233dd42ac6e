using Ahoy.Model;

namespace Ahoy.Bundling;

/// <summary>Reads the files of a project's resources.</summary>
internal static class ResourceReader
{
    /// <summary>Describes a resource by its content; null, and a problem, where it can't be read.</summary>
    /// <param name="file">The resource's file.</param>
    /// <param name="problems">Takes what is wrong with it.</param>
    /// <param name="known">What is known of contents already, or null.</param>
    public static ResourceContent? Read(ResourceFile file, ICollection<Problem> problems, KnownContents? known = null)
    {
        if (file.Kind == ResourceKind.Function && !file.FullPath.EndsWith(ResourcePath.FunctionExtension, StringComparison.Ordinal))
        {
            // MSBuild's globs compare without case, and the platform does not.
            problems.Add(Error(file, $"is no Function: its extension must be '{ResourcePath.FunctionExtension}'; rename the file"));
            return null;
        }

        try
        {
            var info = new FileInfo(file.FullPath);
            var (size, hash, content) = known is not null && info.Exists && known.Find(info) is { } before
                ? (before.Size, before.Hash, before)
                : ReadContent(info, known);
            var contentType = file.Kind == ResourceKind.Function ? ContentTypes.JavaScript : ContentTypes.ForFile(file.Path);
            var resource = new Resource(file.Kind, file.Path, file.Visibility, file.File, size, contentType, hash);
            return new ResourceContent(resource, () => Open(file.FullPath), content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Add(Error(file, $"can't be read: {e.Message}"));
            return null;
        }
    }

    private static (long Size, string Hash, KnownContent? Content) ReadContent(FileInfo file, KnownContents? known)
    {
        using var stream = Open(file.FullName);
        var hash = ContentHash.Of(stream);
        return (stream.Length, hash, file.Exists ? known?.Add(file, hash) : null);
    }

    private static FileStream Open(string file) =>
        new(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 64 * 1024, FileOptions.SequentialScan);

    private static Problem Error(ResourceFile file, string message) =>
        ProjectProblems.Error(ProjectProblem.Resource, message, file.File);
}
