using Ahoy.Model;

namespace Ahoy.Bundling;

/// <summary>The problems that no setting turns off: a project that can't be read (<see cref="ProjectProblem"/>), and what comes around a build.</summary>
internal static class ProjectProblems
{
    /// <summary>The npm packages can't be restored.</summary>
    public const string Npm = "AHOY5105";

    /// <summary>The output can't be written.</summary>
    public const string Output = "AHOY5106";

    public static Problem Error(string id, string message, string? file = null, int line = 0) =>
        new(id, Severity.Error, message, file, line);

    /// <summary>A problem of reading, as the build reports it.</summary>
    public static Problem Of(ProjectProblem problem) => Error(problem.Id, problem.Message, problem.File, problem.Line);

    /// <summary>Whether a problem is one of these.</summary>
    public static bool Contains(string id) => id.StartsWith("AHOY51", StringComparison.Ordinal);
}
