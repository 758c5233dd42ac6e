using Ahoy.Bundling;
using Ahoy.Bundling.Folders;
using Ahoy.Cli.Output;
using Ahoy.Deploy.Projects;
using Ahoy.Model;

namespace Ahoy.Cli.Creating;

/// <summary>What lies in a folder that is about to become a project of Ahoy's.</summary>
internal sealed class FoundProject
{
    private static readonly string[] s_locks = ["package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock", "bun.lockb"];

    private static readonly string[] s_ignored = ["bin/", "obj/"];

    private readonly ProjectFolder _project;
    private readonly IReadOnlyList<ResourceFile> _resources;
    private readonly PackageManifest? _manifest;
    private readonly EnvFile? _environment;
    private readonly IReadOnlyList<Problem> _problems;
    private readonly ToolkitConfiguration _configuration;

    private FoundProject(ProjectFolder project, ToolkitConfiguration configuration)
    {
        _project = project;
        _configuration = configuration;
        _resources = project.FindResources();
        _manifest = project.ReadManifest();
        _environment = project.ReadEnvironment(project.Settings.EnvFile);
        _problems = ServiceFolder.Read(project.Settings, SettingsFiles.Of(Folder)).Problems;
        ServiceName = project.FindServiceName(_manifest, new DirectoryInfo(Folder).Name).Name;
    }

    /// <summary>The folder, absolute.</summary>
    public string Folder => _project.Settings.Folder;

    /// <summary>The Service's name.</summary>
    public string ServiceName { get; }

    /// <summary>What a build writes, and Git does not ignore here.</summary>
    public string[] LacksIgnores => Directory.Exists(Path.Combine(Folder, ".git")) || File.Exists(Path.Combine(Folder, ".gitignore"))
        ? [.. s_ignored.Where(name => !IgnoredNames().Contains(name.TrimEnd('/')))]
        : [];

    /// <summary>Looks at a folder.</summary>
    /// <exception cref="UserErrorException">It is no project, or its configuration can't be read.</exception>
    public static FoundProject Look(string folder)
    {
        try
        {
            var configuration = Directory.Exists(folder) ? ToolkitConfiguration.Load(folder) : ToolkitConfiguration.Empty;
            var found = new FoundProject(ProjectFolder.Open(folder, new GivenSettings(), configuration), configuration);
            return found._resources.Count > 0 || found._problems.Any(problem => problem.Id != ProjectProblem.EmptyService)
                ? found
                : throw new UserErrorException(
                    $"{folder}: there are neither Functions nor Assets ('{found._project.Settings.Layout.FunctionsFolder}', '{found._project.Settings.Layout.AssetsFolder}'). `ahoy new` writes the first ones.");
        }
        catch (ProjectException e)
        {
            throw new UserErrorException(e.Message);
        }
        catch (ToolkitConfigurationException e)
        {
            throw new UserErrorException(e.ToLine());
        }
    }

    /// <summary>What was found, a line each. Of variables the names alone.</summary>
    public IEnumerable<string> Describe()
    {
        var layout = _project.Settings.Layout;
        yield return Line("Service", ServiceName);
        yield return Line("Functions", $"{Count(ResourceKind.Function)} in {layout.FunctionsFolder}");
        yield return Line("Assets", $"{Count(ResourceKind.Asset)} in {layout.AssetsFolder}");
        yield return Line("Runtime", _project.Settings.Runtime);
        yield return Line("Variables", _environment is null
            ? $"no {_project.Settings.EnvFile}"
            : $"{_project.Settings.EnvFile}: {Names(_environment.Variables.Select(variable => variable.Name))}");
        if (_manifest is not null)
        {
            yield return Line("Dependencies", $"{Names(_manifest.Dependencies.Keys)} ({Locks()})");
        }

        if (_configuration.File is { } file)
        {
            yield return Line("Configuration", $"{Path.GetFileName(file)}: it goes on counting");
        }

        if (File.Exists(Path.Combine(Folder, DeployInfoFile.Name)))
        {
            yield return Line("Deployed", $"{DeployInfoFile.Name} is there: a deploy goes to the same Services");
        }

        foreach (var problem in _problems)
        {
            yield return FormattableString.Invariant(
                $"  {problem.File ?? "project"}{(problem.Line > 0 ? $"({problem.Line})" : "")}: {problem.Severity.ToString().ToLowerInvariant()} {problem.Id}: {problem.Message.TrimEnd('.')}.");
        }
    }

    private static string Line(string what, string found) => $"{what + ":",-15}{found}";

    private string Count(ResourceKind kind)
    {
        var some = _resources.Where(resource => resource.Kind == kind).ToList();
        var parts = some.GroupBy(resource => resource.Visibility).OrderBy(group => group.Key)
            .Select(group => FormattableString.Invariant($"{group.Count()} {group.Key.ToString().ToLowerInvariant()}"));
        return some.Count == 0 ? "none" : string.Join(", ", parts);
    }

    private string Locks()
    {
        string[] locks = [.. s_locks.Where(file => File.Exists(Path.Combine(Folder, file)))];
        return locks.Length == 0 ? "no lock file" : string.Join(", ", locks);
    }

    private static string Names(IEnumerable<string> names) =>
        string.Join(", ", names.Order(StringComparer.Ordinal)) is { Length: > 0 } text ? text : "none";

    private HashSet<string> IgnoredNames()
    {
        var file = Path.Combine(Folder, ".gitignore");
        return File.Exists(file)
            ? [.. File.ReadAllLines(file).Select(line => line.Trim().Trim('/'))]
            : [];
    }
}
