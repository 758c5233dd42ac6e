using Ahoy.Analysis;
using Ahoy.Model;

namespace Ahoy.Cli.Checking;

/// <summary>A project as <c>ahoy check</c> sees it: what the build would hand to the compiler, found without MSBuild.</summary>
internal sealed class CheckedProject
{
    private CheckedProject(string folder, ProjectSummary summary, IReadOnlyList<ResourceFile> files, SettingsSet settings, IReadOnlyList<ProjectProblem> problems)
    {
        Folder = folder;
        Summary = summary;
        Files = files;
        Sources = new CheckedSources(files);
        Settings = settings;
        Problems = problems;
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

    /// <summary>Looks at a project's folder.</summary>
    /// <exception cref="ProjectException">There is no such folder, it holds no project, or its configuration can't be read.</exception>
    public static CheckedProject Load(string folder, GivenSettings given)
    {
        var project = ProjectFolder.Open(folder, given);
        project.CheckNamedFiles();
        var resources = project.FindResources();
        project.ReadEnvironment(project.Settings.EnvFile);
        project.ReadManifest();
        if (project.CheckIsNotEmpty(resources.Count))
        {
            throw new ProjectException($"{folder}: {project.Problems[0]}");
        }

        var full = project.Settings.Folder;
        var summary = ProjectSummarizer.Summarize(full, resources, project.Settings.EnvFile, project.Settings.Runtime);
        var files = resources.Where(file => RuleEngine.Analyzes(ToResource(file))).ToList();
        return new CheckedProject(full, summary, files, FindSettings(full, files), project.Problems);
    }

    /// <summary>The resource that a file is.</summary>
    public static ProjectResource ToResource(ResourceFile file) => new(file.Kind, file.Visibility, file.File, file.Path);

    private static SettingsSet FindSettings(string projectFolder, List<ResourceFile> files)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var folder in files.Select(file => Path.GetDirectoryName(file.FullPath)).Append(projectFolder).Distinct())
        {
            for (var current = folder; current is not null && folders.Add(current); current = Path.GetDirectoryName(current))
            {
            }
        }

        var settings = new List<SettingsFile>();
        foreach (var folder in folders)
        {
            foreach (var name in (string[])[SettingsFile.EditorConfigName, SettingsFile.GlobalConfigName])
            {
                var path = Path.Combine(folder, name);
                if (File.Exists(path))
                {
                    settings.Add(SettingsFile.Parse(path, File.ReadAllText(path)));
                }
            }
        }

        return new SettingsSet(settings);
    }
}
