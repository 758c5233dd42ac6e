using Ahoy.Analysis;
using Ahoy.Cli.Output;
using Ahoy.Model;

namespace Ahoy.Cli.Checking;

/// <summary>A project as <c>ahoy check</c> sees it: what the build would hand to the compiler, found without MSBuild.</summary>
internal sealed class CheckedProject
{
    private const string DefaultEnvFile = ".env";

    private CheckedProject(string folder, ProjectSummary summary, IReadOnlyList<ResourceFile> files, SettingsSet settings, IReadOnlyList<ScanProblem> problems)
    {
        Folder = folder;
        Summary = summary;
        Files = files;
        Settings = settings;
        Problems = problems;
    }

    /// <summary>Its folder, absolute.</summary>
    public string Folder { get; }

    /// <summary>What the rules need to know of the project.</summary>
    public ProjectSummary Summary { get; }

    /// <summary>The files that the rules look at.</summary>
    public IReadOnlyList<ResourceFile> Files { get; }

    /// <summary>The settings files in and above the project.</summary>
    public SettingsSet Settings { get; }

    /// <summary>What can't be a resource: the Build would fail.</summary>
    public IReadOnlyList<ScanProblem> Problems { get; }

    /// <summary>Looks at a project's folder.</summary>
    /// <exception cref="UserErrorException">There is no such folder, or it holds no project.</exception>
    public static CheckedProject Load(string folder, ProjectOptions options)
    {
        if (!Directory.Exists(folder))
        {
            throw new UserErrorException(File.Exists(folder)
                ? $"{folder} is a file: name the project's folder, the one that holds 'functions'."
                : $"{folder}: there is no such folder.");
        }

        var full = Path.GetFullPath(folder);
        var configuration = LoadConfiguration(full);
        var deploy = new ToolkitScope("deploy");
        var layout = ServiceLayout.Of(
            full,
            options.FunctionsFolder ?? configuration.GetText("functionsFolder", deploy),
            options.AssetsFolder ?? configuration.GetText("assetsFolder", deploy));
        var scan = ResourceScanner.Scan(layout);
        if (scan.Files.Count == 0 && scan.Problems.Count == 0)
        {
            throw new UserErrorException(
                $"{folder}: there are no Functions or Assets in '{layout.FunctionsFolder}' and '{layout.AssetsFolder}'. Name the project's folder, or its folders by --functions-folder and --assets-folder.");
        }

        var summary = ProjectSummarizer.Summarize(
            full,
            scan.Files,
            options.EnvFile ?? configuration.GetText("env", new ToolkitScope("start")) ?? DefaultEnvFile,
            options.Runtime ?? configuration.GetText("runtime", deploy));
        var files = scan.Files.Where(file => RuleEngine.Analyzes(ToResource(file))).ToList();
        return new CheckedProject(full, summary, files, FindSettings(full, files), scan.Problems);
    }

    /// <summary>The resource that a file is.</summary>
    public static ProjectResource ToResource(ResourceFile file) => new(file.Kind, file.Visibility, file.File, file.Path);

    private static ToolkitConfiguration LoadConfiguration(string folder)
    {
        try
        {
            return ToolkitConfiguration.Load(folder);
        }
        catch (ToolkitConfigurationException e)
        {
            throw new UserErrorException(e.Line > 0 ? $"{e.File}({e.Line}): {e.Message}" : $"{e.File}: {e.Message}");
        }
    }

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
