using Ahoy.Bundling.Checks;
using Ahoy.Bundling.Output;
using Ahoy.Bundling.Severities;
using Ahoy.Model;

namespace Ahoy.Bundling.Folders;

/// <summary>A project as its folder has it, without a project file: read, checked, and made a Build of.</summary>
public sealed class ServiceFolder
{
    private readonly BuildCandidate _candidate;

    private ServiceFolder(BuildCandidate candidate, IReadOnlyList<Problem> problems)
    {
        _candidate = candidate;
        Problems = problems;
    }

    /// <summary>All that is wrong, with the severities that count, in the order of the files. What is turned off is left out.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Whether no Build can be made of it.</summary>
    public bool HasErrors => Problems.Any(problem => problem.Severity == Severity.Error);

    /// <summary>Reads a project and runs every check of the Build.</summary>
    /// <param name="settings">The project's settings.</param>
    /// <param name="severities">The settings files that count.</param>
    /// <param name="keep">Which resources belong to it; null for all.</param>
    public static ServiceFolder Read(ProjectSettings settings, SettingsSet severities, Func<ResourceFile, bool>? keep = null)
    {
        var found = new ProjectFolder(settings).FindResources();
        var input = new ProjectInput(settings, NameOf(settings.Folder), keep is null ? found : [.. found.Where(keep)])
        {
            ResourcesAreThoseOfTheFolders = true,
            EnvironmentFiles = [.. new[] { settings.EnvFile, settings.DeployEnvFile }.Distinct()],
            NamedFiles = settings.NamedFiles,
        };
        var problems = new List<Problem>();
        var candidate = CandidateReader.Read(input, problems);

        // Which Node this machine has matters to what runs here; that says so itself.
        candidate.FindNode = null;
        try
        {
            problems.AddRange(BuildChecks.Run(candidate));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(ProjectProblems.Error(ProjectProblem.Resource, $"a file can't be read: {e.Message}"));
        }

        var counted = new SeveritySettings(settings: severities);
        return new ServiceFolder(candidate, [.. Count(problems, counted, settings.Folder)]);
    }

    /// <summary>Whether a problem keeps the project from being read at all; no setting turns it off.</summary>
    public static bool IsOfReading(Problem problem) => ProjectProblems.Contains(problem.Id);

    /// <summary>Writes the Build.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    /// <exception cref="IOException">It can't be written, or a file changed meanwhile.</exception>
    public void WriteBuild(string folder) => new BuildFolder(folder).Write(_candidate);

    private static IEnumerable<Problem> Count(IEnumerable<Problem> problems, SeveritySettings severities, string folder) =>
        problems
            .OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ThenBy(problem => problem.Id, StringComparer.Ordinal)
            .Select(problem => new Problem(
                problem.Id, severities.Of(problem, Path.GetFullPath(Path.Combine(folder, problem.File ?? "."))), problem.Message, problem.File, problem.Line))
            .Where(problem => problem.Severity >= Severity.Info);

    // As a build would call it: after the project file, where there is one.
    private static string NameOf(string folder) =>
        Directory.EnumerateFiles(folder, "*.??proj").OrderBy(file => file, StringComparer.Ordinal).FirstOrDefault() is { } project
            ? Path.GetFileNameWithoutExtension(project)
            : new DirectoryInfo(folder).Name;
}
