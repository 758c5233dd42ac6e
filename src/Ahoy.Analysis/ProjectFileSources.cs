using Ahoy.Analysis.Engine;

namespace Ahoy.Analysis;

/// <summary>The files of a project among all that the build hands over.</summary>
internal sealed class ProjectFileSources : ProjectSources
{
    private readonly IReadOnlyList<ProjectFile> _files;

    /// <summary>Takes all files; of those that nobody asks for, nothing but the path is looked at.</summary>
    public ProjectFileSources(IEnumerable<ProjectFile> files) => _files = [.. files];

    public override SourceFile? Find(ProjectResource resource)
    {
        foreach (var file in _files)
        {
            if (IsFileOf(file.Path, resource.File) && file.Read() is { } text)
            {
                return SourceFile.Of(text, resource);
            }
        }

        return null;
    }

    /// <summary>Whether a path is that of a resource, whose own is relative to the project's folder.</summary>
    private static bool IsFileOf(string path, string file) =>
        path.Length >= file.Length
        && path.Replace('\\', '/').EndsWith(file, StringComparison.Ordinal)
        && (path.Length == file.Length || path[path.Length - file.Length - 1] is '/' or '\\');
}
