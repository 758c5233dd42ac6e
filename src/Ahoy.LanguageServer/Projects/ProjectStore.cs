using System.Collections.Concurrent;
using Ahoy.Analysis;
using Ahoy.Analysis.Engine;
using Ahoy.LanguageServer.Documents;
using Ahoy.Model;

namespace Ahoy.LanguageServer.Projects;

/// <summary>The projects that somebody asked about, each read once until something of it changes.</summary>
internal sealed class ProjectStore(DocumentStore documents, ProjectFinder finder)
{
    private readonly ConcurrentDictionary<string, Lazy<EditorProject>> _byFolder = new(FilePaths.Comparer);

    /// <summary>The projects that are known.</summary>
    public IEnumerable<EditorProject> Known => _byFolder.Values.Select(project => project.Value);

    /// <summary>The project of a folder.</summary>
    public EditorProject Get(string folder) => _byFolder.GetOrAdd(folder, static key => new Lazy<EditorProject>(() => EditorProject.Read(key, null))).Value;

    /// <summary>The project of a file; null where it has none.</summary>
    /// <param name="path">The file, absolute.</param>
    public EditorProject? Of(string path)
    {
        if (finder.FolderOf(path) is not { } folder)
        {
            return null;
        }

        // An editor may open a new file before anything tells that there is one.
        var project = Get(folder);
        if (!project.MayHaveMissed(path))
        {
            return project;
        }

        Invalidate(folder);
        return Get(folder);
    }

    /// <summary>All projects: the known ones, and those in the folders that the editor has opened.</summary>
    public IEnumerable<EditorProject> FindAll() => finder.FindAll().Concat(_byFolder.Keys).Distinct(FilePaths.Comparer).Select(Get);

    /// <summary>Reads the projects that the editor has opened as such, so that the first file of one of them does not wait for that.</summary>
    public void ReadAhead()
    {
        foreach (var folder in finder.WorkspaceFolders.Where(finder.IsProject))
        {
            Get(folder);
        }
    }

    /// <summary>Something of a project has changed beside the text of a file: it is read again when somebody asks.</summary>
    public void Invalidate(string folder)
    {
        if (_byFolder.TryGetValue(folder, out var known))
        {
            var before = known.IsValueCreated ? known.Value : null;
            _byFolder[folder] = new Lazy<EditorProject>(() => EditorProject.Read(folder, before));
        }
    }

    /// <summary>Everything may have changed.</summary>
    public void InvalidateAll()
    {
        finder.Forget();
        foreach (var folder in _byFolder.Keys)
        {
            Invalidate(folder);
        }
    }

    /// <summary>The source of a file: as the editor has it, else as it lies on the disk; null where it can't be read.</summary>
    public SourceFile? SourceOf(EditorProject project, ResourceFile file) => documents.Find(file.FullPath) is { IsLookedAt: true } open
        ? SourceFile.Of(open.Text, EditorProject.ToResource(file))
        : project.ReadFromDisk(file);

    /// <summary>A file as the rules see it; null where it can't be read.</summary>
    public FileContext? ContextOf(EditorProject project, ResourceFile file, CancellationToken cancellation) => SourceOf(project, file) is { } source
        ? new FileContext(source, EditorProject.ToResource(file), project.Summary, cancellation, new Sources(this, project))
        : null;

    /// <summary>What the rules find in a file. The same list as long as nothing that it follows from changes.</summary>
    public IReadOnlyList<Finding> Find(EditorProject project, FileContext file, string path) => FindingCache.Of(file, project.SeveritiesOf(path));

    private sealed class Sources(ProjectStore store, EditorProject project) : ProjectSources
    {
        public override SourceFile? Find(ProjectResource resource) =>
            project.Find(resource.File) is { } found ? store.SourceOf(project, found) : null;
    }
}
