using System.Collections.Concurrent;
using Ahoy.Model;

namespace Ahoy.LanguageServer.Projects;

/// <summary>Finds the project that a file belongs to, without a workspace, too.</summary>
internal sealed class ProjectFinder
{
    private readonly ConcurrentDictionary<string, bool> _known = new(Documents.FilePaths.Comparer);
    private volatile IReadOnlyCollection<string> _workspaceFolders = [];

    /// <summary>The folders that the editor has opened.</summary>
    public IReadOnlyCollection<string> WorkspaceFolders
    {
        get => _workspaceFolders;
        set
        {
            _workspaceFolders = value;
            Forget();
        }
    }

    /// <summary>The folder of a file's project; null where it has none.</summary>
    public string? FolderOf(string path)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (_known.GetOrAdd(folder, IsProject))
            {
                return folder;
            }
        }

        return null;
    }

    /// <summary>The projects in the folders that the editor has opened: these themselves, and those some levels below them.</summary>
    public IEnumerable<string> FindAll() => WorkspaceFolders.SelectMany(folder => FindIn(folder, levels: 4)).Distinct(Documents.FilePaths.Comparer);

    /// <summary>Looks again: files have come or gone.</summary>
    public void Forget() => _known.Clear();

    private IEnumerable<string> FindIn(string folder, int levels)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        if (_known.GetOrAdd(folder, IsProject))
        {
            return [folder];
        }

        return levels == 0 ? [] : Subfolders(folder).SelectMany(sub => FindIn(sub, levels - 1));
    }

    private static IEnumerable<string> Subfolders(string folder)
    {
        try
        {
            return [.. Directory.EnumerateDirectories(folder).Where(sub => Path.GetFileName(sub) is not ("node_modules" or "bin" or "obj" or ".git"))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Whether a folder is that of a project, as it is now.</summary>
    public bool IsProject(string folder)
    {
        try
        {
            return Directory.Exists(folder)
                && (Directory.EnumerateFiles(folder, "*.??proj").Any(NamesAhoy)
                    || ToolkitConfiguration.FileNames.Any(name => File.Exists(Path.Combine(folder, name)))
                    || (Directory.Exists(Path.Combine(folder, "functions")) && (File.Exists(Path.Combine(folder, "package.json")) || _workspaceFolders.Contains(folder, Documents.FilePaths.Comparer))));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool NamesAhoy(string projectFile) => File.ReadAllText(projectFile) is var text
        && (text.Contains("Ahoy.Sdk", StringComparison.Ordinal) || text.Contains("Ahoy.FromSource", StringComparison.Ordinal));
}
