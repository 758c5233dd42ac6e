using System.Collections.Concurrent;
using Ahoy.Analysis;
using Ahoy.Analysis.Engine;
using Ahoy.LanguageServer.Documents;
using Ahoy.Model;

namespace Ahoy.LanguageServer.Projects;

/// <summary>
/// What is known of a project at one moment: its resources, the names of its variables, its packages, its settings; and the files' sources, each parsed once for a text.
/// It never changes; when something of the project does, there is another one, which takes the sources along.
/// </summary>
internal sealed class EditorProject
{
    private readonly ConcurrentDictionary<string, (DateTime Written, SourceFile Source)> _onDisk;
    private readonly ConcurrentDictionary<string, FileSeverities> _severities = new(FilePaths.Comparer);

    private readonly ConcurrentDictionary<string, byte> _lookedFor;
    private readonly Dictionary<string, ResourceFile> _byPath = new(FilePaths.Comparer);
    private readonly Dictionary<string, ResourceFile> _byFile = new(StringComparer.Ordinal);

    private IReadOnlyList<BuildFinding>? _buildFindings;

    private EditorProject(string folder, ProjectSummary summary, IReadOnlyList<ResourceFile> resources, SettingsSet settings, ConcurrentDictionary<string, (DateTime, SourceFile)> onDisk, ConcurrentDictionary<string, byte> lookedFor, string? envFile)
    {
        (Folder, Summary, Resources, Settings, _onDisk, _lookedFor, EnvFile) = (folder, summary, resources, settings, onDisk, lookedFor, envFile);
        foreach (var resource in resources)
        {
            _byPath.TryAdd(resource.FullPath, resource);
            _byFile.TryAdd(resource.File, resource);
        }
    }

    /// <summary>Its folder, absolute.</summary>
    public string Folder { get; }

    /// <summary>What the rules need to know of it.</summary>
    public ProjectSummary Summary { get; }

    /// <summary>Its Functions and Assets.</summary>
    public IReadOnlyList<ResourceFile> Resources { get; }

    /// <summary>What its settings files say.</summary>
    public SettingsSet Settings { get; }

    /// <summary>The environment file, absolute; null where there is none.</summary>
    public string? EnvFile { get; }

    /// <summary>Reads a project. One that can't be read has nothing.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="before">What was known of it, whose sources are taken along.</param>
    public static EditorProject Read(string folder, EditorProject? before)
    {
        var onDisk = before?._onDisk ?? new ConcurrentDictionary<string, (DateTime, SourceFile)>(FilePaths.Comparer);
        var lookedFor = before?._lookedFor ?? new ConcurrentDictionary<string, byte>(FilePaths.Comparer);
        try
        {
            var project = ProjectFolder.Open(folder, new GivenSettings());
            var resources = project.FindResources();
            var full = project.Settings.Folder;
            var summary = ProjectSummarizer.Summarize(full, resources, project.Settings.EnvFile, project.Settings.Runtime);
            var settings = SettingsFiles.Of(full, resources.Select(resource => Path.GetDirectoryName(resource.FullPath)!), ReadIfPossible);
            var env = Path.GetFullPath(project.Settings.EnvFile, full);
            return new EditorProject(full, summary, resources, settings, onDisk, lookedFor, File.Exists(env) ? env : null);
        }
        catch (Exception e) when (e is ProjectException or ToolkitConfigurationException or IOException or UnauthorizedAccessException)
        {
            return new EditorProject(folder, ProjectSummary.Unknown, [], SettingsFiles.Of(folder, read: ReadIfPossible), onDisk, lookedFor, null);
        }
    }

    /// <summary>What its settings say about a file: the same object each time.</summary>
    public FileSeverities SeveritiesOf(string path) => _severities.GetOrAdd(path, Settings.For);

    /// <summary>What the checks of the Build report, asked once.</summary>
    public IReadOnlyList<BuildFinding> BuildFindings(IBuildChecks checks) => LazyInitializer.EnsureInitialized(ref _buildFindings, () => checks.Check(Folder));

    /// <summary>What they report, where somebody has asked already; null where nobody has.</summary>
    public IReadOnlyList<BuildFinding>? KnownBuildFindings => Volatile.Read(ref _buildFindings);

    /// <summary>The resource that a file is; null where it is none.</summary>
    /// <param name="path">The file, absolute.</param>
    public ResourceFile? ResourceOf(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>Whether a file may have come since the project was read: it is there, and none of its resources. Said once of each.</summary>
    /// <param name="path">The file, absolute.</param>
    public bool MayHaveMissed(string path) => ResourceOf(path) is null && File.Exists(path) && _lookedFor.TryAdd(path, 0);

    /// <summary>The resource of a name in the project, as the rules know it; null where there is none.</summary>
    public ResourceFile? Find(string file) => _byFile.GetValueOrDefault(file);

    /// <summary>The resource that the rules look at; null where the file is none, or one that they leave alone.</summary>
    public ResourceFile? AnalyzedOf(string path) => ResourceOf(path) is { } file && RuleEngine.Analyzes(ToResource(file)) ? file : null;

    /// <summary>The resource, as the rules know it.</summary>
    public static ProjectResource ToResource(ResourceFile file) => new(file.Kind, file.Visibility, file.File, file.Path);

    /// <summary>The source of a file as it lies on the disk; null where it can't be read.</summary>
    public SourceFile? ReadFromDisk(ResourceFile file)
    {
        try
        {
            var written = File.GetLastWriteTimeUtc(file.FullPath);
            if (_onDisk.TryGetValue(file.FullPath, out var known) && known.Written == written)
            {
                return known.Source;
            }

            var source = SourceFile.Parse(File.ReadAllText(file.FullPath), ToResource(file));
            _onDisk[file.FullPath] = (written, source);
            return source;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // A settings file that can't be read counts as absent: an editor goes on with what it has.
    private static string? ReadIfPossible(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
