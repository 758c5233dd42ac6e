using Ahoy.Bundling;
using Ahoy.Bundling.Baselines;
using Ahoy.Bundling.Severities;
using Ahoy.Model;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Ahoy.Build;

/// <summary>Reports problems through MSBuild, in the form that editors and build servers know: file(line): severity ID: message.</summary>
internal sealed class ProblemLog
{
    private readonly TaskLoggingHelper _log;
    private readonly IBuildEngine _engine;
    private readonly SeveritySettings _severities;
    private readonly string _projectFolder;
    private readonly string _projectFile;

    public ProblemLog(Task task, SeveritySettings severities, string projectFolder, string projectFile)
    {
        _log = task.Log;
        _engine = task.BuildEngine;
        _severities = severities;
        _projectFolder = projectFolder;
        _projectFile = projectFile;
    }

    /// <summary>Whether any of the problems was an error, or is made one by a setting of the build.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Reports problems, errors and all, in the order of their files.</summary>
    /// <param name="problems">The problems.</param>
    /// <param name="baseline">The findings that are kept, and are not reported; null for none.</param>
    public void Report(IEnumerable<Problem> problems, Baseline? baseline = null)
    {
        var ordered = problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Id, StringComparer.Ordinal);
        foreach (var (problem, fingerprint) in ProblemFingerprints.Of(ordered))
        {
            if (!ProblemFingerprints.IsKept(baseline, problem, fingerprint, _projectFolder))
            {
                Report(problem);
            }
        }
    }

    private void Report(Problem problem)
    {
        var file = problem.File is null ? _projectFile : Path.GetFullPath(Path.Combine(_projectFolder, problem.File));
        switch (_severities.Of(problem, file))
        {
            case Severity.Error:
                HasErrors = true;
                _log.LogError(null, problem.Id, null, RuleDocumentation.PageOf(problem.Id), file, problem.Line, 0, 0, 0, problem.Message);
                break;
            case Severity.Warning:
                HasErrors |= _engine is IBuildEngine8 engine && engine.ShouldTreatWarningAsError(problem.Id);
                _log.LogWarning(null, problem.Id, null, RuleDocumentation.PageOf(problem.Id), file, problem.Line, 0, 0, 0, problem.Message);
                break;
            case Severity.Info:
                _log.LogMessage(null, problem.Id, null, file, problem.Line, 0, 0, 0, MessageImportance.High, problem.Message);
                break;
        }
    }
}
