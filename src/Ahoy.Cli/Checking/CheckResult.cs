using Ahoy.Model;

namespace Ahoy.Cli.Checking;

/// <summary>What <c>ahoy check</c> has to say.</summary>
/// <param name="Files">The files that were checked, in the order of the projects and, in each, of the files.</param>
/// <param name="Problems">What can't be a Function or an Asset at all: the Build would fail for it.</param>
/// <param name="Failures">What could not be checked, and why.</param>
internal sealed record CheckResult(IReadOnlyList<CheckedFile> Files, IReadOnlyList<string> Problems, IReadOnlyList<string> Failures)
{
    /// <summary>What the checks of the Build report, AHOY5001 and on.</summary>
    public IReadOnlyList<CheckedProblem> BuildProblems { get; init; } = [];

    /// <summary>What of these the baseline keeps.</summary>
    public IReadOnlyList<CheckedProblem> KeptProblems { get; init; } = [];

    /// <summary>The folders of the projects that were checked, absolute.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>Whether findings were compared with a baseline.</summary>
    public bool HasBaseline { get; init; }

    /// <summary>What the baseline keeps and is no more: the entry, and its file as it is told.</summary>
    public IReadOnlyList<(string Path, BaselineEntry Entry)> Gone { get; init; } = [];

    /// <summary>Whether the command line names what can't be checked, such as a folder that is not there.</summary>
    public bool IsMisused { get; init; }

    /// <summary>What else there is to know, without being wrong.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How many files fixes have changed.</summary>
    public int FixedFiles => Files.Count(file => file.IsFixed) + FixedSources;

    /// <summary>How many sources of compiled files fixes have changed.</summary>
    public int FixedSources { get; init; }

    /// <summary>How many findings the baseline keeps.</summary>
    public int KeptCount => Files.Sum(file => file.Kept.Count) + KeptProblems.Count;

    /// <summary>What a script sees: a success is none while something was left out.</summary>
    public int ExitCode => IsMisused ? Output.ExitCode.Usage
        : Failures.Count > 0
            || Problems.Count > 0
            || BuildProblems.Any(found => found.Problem.Severity == Severity.Error)
            || Files.Any(file => file.Findings.Any(finding => finding.Severity == Severity.Error)) ? Output.ExitCode.Failed
        : Output.ExitCode.Success;
}
