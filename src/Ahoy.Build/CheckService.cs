using Ahoy.Bundling;
using Ahoy.Bundling.Checks;
using Ahoy.Model;
using Microsoft.Build.Framework;

namespace Ahoy.Build;

/// <summary>Runs every check of the Build and reports all that they find, AHOY5001 to 5019 and AHOY51xx, but for what the baseline keeps.</summary>
/// <remarks>
/// It succeeds even so, and says in <see cref="Passed"/> what came of it: the build goes on to the compiler, whose analyzers then report what
/// they find in the same run.
/// </remarks>
public sealed class CheckService : ServiceTask
{
    /// <summary>A file whose presence says that the service passed, in this state.</summary>
    [Required]
    public string StampFile { get; set; } = "";

    /// <summary>The file with the findings that are kept, absolute; empty where there is none.</summary>
    public string Baseline { get; set; } = "";

    /// <summary>Whether no problem was an error.</summary>
    [Output]
    public bool Passed { get; private set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        if (!TryReadBaseline(out var baseline))
        {
            return false;
        }

        var problems = new List<Problem>();
        var candidate = ReadCandidate(problems);
        try
        {
            problems.AddRange(BuildChecks.Run(candidate));
            KeepKnown();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(ProjectProblems.Error(ProjectProblem.Resource, $"a file can't be read: {e.Message}"));
        }

        if (new Model.ProjectFolder(Counted).DescribeUncompiled() is { } uncompiled)
        {
            Log.LogMessage(MessageImportance.High, uncompiled);
        }

        var log = CreateLog();
        log.Report(problems, baseline);
        Passed = !log.HasErrors;
        if (Passed)
        {
            Stamp.Write(Path.Combine(ProjectFolder, StampFile));
        }

        return true;
    }

    // Without it, all that it keeps would be told at once: the build ends here, with the one error.
    private bool TryReadBaseline(out Model.Baseline? baseline)
    {
        baseline = null;
        try
        {
            baseline = Baseline.Length > 0 ? Model.Baseline.Load(Baseline) : null;
            return true;
        }
        catch (BaselineException e)
        {
            CreateLog().Report([ProjectProblems.Error(ProjectProblem.Baseline, e.Message, Baseline, e.Line)]);
            return false;
        }
    }
}
