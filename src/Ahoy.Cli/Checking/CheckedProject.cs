using Ahoy.Analysis;
using Ahoy.Bundling;
using Ahoy.Bundling.Folders;
using Ahoy.Bundling.TypeScript;
using Ahoy.Model;

namespace Ahoy.Cli.Checking;

/// <summary>A project as <c>ahoy check</c> sees it: what the build would hand to the compiler, found without MSBuild.</summary>
internal sealed class CheckedProject
{
    private static readonly string[] s_ofResources = ["AHOY5001", "AHOY5002", "AHOY5003", "AHOY5004", "AHOY5005", "AHOY5013", "AHOY5014"];

    private CheckedProject(
        string folder,
        ProjectSummary summary,
        IReadOnlyList<ResourceFile> files,
        SettingsSet settings,
        IReadOnlyList<ProjectProblem> problems,
        IReadOnlyList<Problem> buildProblems)
    {
        Folder = folder;
        Summary = summary;
        Files = files;
        Sources = new CheckedSources(files);
        Settings = settings;
        Problems = problems;
        BuildProblems = buildProblems;
    }

    /// <summary>Its folder, absolute.</summary>
    public string Folder { get; }

    /// <summary>What the rules need to know of the project.</summary>
    public ProjectSummary Summary { get; }

    /// <summary>The files that the rules look at.</summary>
    public IReadOnlyList<ResourceFile> Files { get; }

    /// <summary>The texts of these files, each read and parsed once.</summary>
    public CheckedSources Sources { get; }

    /// <summary>The settings files in and above the project.</summary>
    public SettingsSet Settings { get; }

    /// <summary>What keeps the project from being read: the Build would fail.</summary>
    public IReadOnlyList<ProjectProblem> Problems { get; }

    /// <summary>What the checks of the Build report.</summary>
    public IReadOnlyList<Problem> BuildProblems { get; }

    /// <summary>What else there is to know, without being wrong.</summary>
    public string? Note { get; private init; }

    /// <summary>Looks at a project's folder.</summary>
    /// <exception cref="ProjectException">There is no such folder, it holds no project, or its configuration can't be read.</exception>
    public static CheckedProject Load(string folder, GivenSettings given, ToolkitConfiguration? configuration = null)
    {
        var project = ProjectFolder.Open(folder, given, configuration);
        var compiled = TypeScriptBuild.Run(project.Settings, TypeScriptBuild.WorkFolderOf(project.Settings.Folder));
        if (!compiled.IsComplete)
        {
            return OfUncompiled(project, compiled);
        }

        project.CheckNamedFiles();
        var resources = project.FindResources();
        project.ReadEnvironment(project.Settings.EnvFile);
        project.ReadManifest();
        if (project.CheckIsNotEmpty(resources.Count))
        {
            throw new ProjectException($"{folder}: {project.Problems[0]}") { IsNoProject = true };
        }

        var full = project.Settings.Folder;
        var summary = ProjectSummarizer.Summarize(full, resources, project.Settings.EnvFile, project.Settings.Runtime);
        var files = resources.Where(file => RuleEngine.Analyzes(ToResource(file))).ToList();
        var settings = SettingsFiles.Of(full, [.. resources.Select(file => Path.GetDirectoryName(file.FullPath)!)]);
        return new CheckedProject(full, summary, files, settings, project.Problems, [.. CheckBuild(project, settings)])
        {
            Note = project.DescribeUncompiled(),
        };
    }

    // Of what an earlier compilation has left behind there is nothing to say.
    private static CheckedProject OfUncompiled(ProjectFolder project, CompilerResult compiled)
    {
        var folder = project.Settings.Folder;
        foreach (var message in compiled.Messages)
        {
            var file = message.File is { } path ? Path.GetRelativePath(folder, path).Replace('\\', '/') : null;
            project.Report(message.Id, $"{message.Id}: {message.Text}", file, message.Line);
        }

        return new CheckedProject(folder, ProjectSummary.Unknown, [], SettingsSet.Empty, project.Problems, []);
    }

    /// <summary>The resource that a file is.</summary>
    public static ProjectResource ToResource(ResourceFile file) => new(file.Kind, file.Visibility, file.File, file.Path);

    // Where a project file says which resources there are and what their paths are, only MSBuild knows; their checks are the build's.
    private static IEnumerable<Problem> CheckBuild(ProjectFolder project, SettingsSet severities)
    {
        var listsResources = project.FindListOfResources() is not null;
        return ServiceFolder.Read(project.Settings, severities).Problems
            .Where(problem => !IsReported(project, problem) && !(listsResources && s_ofResources.Contains(problem.Id)));
    }

    // Of what can't be read; the lock file was not read before.
    private static bool IsReported(ProjectFolder project, Problem problem) =>
        ServiceFolder.IsOfReading(problem) && project.Problems.Any(reported => reported.Id == problem.Id && reported.Message == problem.Message);
}
