using Ahoy.Analysis.Engine;
using Ahoy.Model;

namespace Ahoy.Cli.Checking;

/// <summary>What is reported, whoever found it: a rule in a file, or a check of the Build. For the formats that tell all alike.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What is told.</param>
/// <param name="Place">Where it is told. What is about a whole file stands in its first line.</param>
/// <param name="Fingerprint">What it is known by.</param>
/// <param name="HasLine">Whether the place is more than the file.</param>
internal sealed record ReportedFinding(string Id, Severity Severity, string Message, FilePlace Place, string Fingerprint, bool HasLine)
{
    /// <summary>The page that explains the rule.</summary>
    public string Help => RuleDocumentation.PageOf(Id);

    /// <summary>All that is to be reported, in the order of the files.</summary>
    public static IEnumerable<ReportedFinding> Of(CheckResult result) =>
        result.Files.SelectMany(file => file.Findings, Of).Concat(result.BuildProblems.Select(Of));

    /// <summary>What the baseline keeps.</summary>
    public static IEnumerable<ReportedFinding> KeptOf(CheckResult result) =>
        result.Files.SelectMany(file => file.Kept, Of).Concat(result.KeptProblems.Select(Of));

    private static ReportedFinding Of(CheckedFile file, Finding finding) => new(
        finding.Rule.Id, finding.Severity, finding.Message, file.PlaceOf(finding.Start, finding.End), file.Fingerprints[finding], HasLine: true);

    private static ReportedFinding Of(CheckedProblem found) => new(
        found.Problem.Id,
        found.Problem.Severity,
        found.Message,
        new FilePlace(found.Path, found.Line, 1, found.Line, 1),
        found.Fingerprint,
        HasLine: found.Problem.Line > 0);
}
