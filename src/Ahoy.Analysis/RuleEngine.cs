using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Proving;
using Ahoy.Analysis.Platform.Compiled;
using Ahoy.Analysis.Rules;
using Ahoy.Analysis.Rules.Language;
using Ahoy.Analysis.Suppressions;

namespace Ahoy.Analysis;

/// <summary>Runs the rules over a file: the same for the compiler, the editor and the command line.</summary>
internal static class RuleEngine
{
    /// <summary>Whether the rules look at a resource.</summary>
    public static bool Analyzes(ProjectResource resource) => AnalyzedResources.Contain(resource);

    /// <summary>What there is to report, in the order of the source.</summary>
    /// <param name="file">The file.</param>
    /// <param name="severities">What the settings say for this file.</param>
    /// <param name="suppressed">Takes what comments suppress, for those who want to show it.</param>
    /// <exception cref="RuleFailedException">A rule failed.</exception>
    public static IReadOnlyList<Finding> Run(
        FileContext file, FileSeverities severities, ICollection<SuppressedFinding>? suppressed = null)
    {
        var findings = new List<Finding>();
        var shape = file.Source.IsMarkup ? FileShape.Ordinary : FileShapes.Of(file.Source);
        if (shape == FileShape.BrowserBundle)
        {
            return findings;
        }

        // What AHOY0009 itself reports is found later than the suppressions are judged; so is what only runs find.
        var notRun = new HashSet<string>(FaultRules.All.Select(rule => rule.Id), StringComparer.OrdinalIgnoreCase) { Ahoy0009UnusedSuppression.Rule.Id };
        foreach (var rule in RuleCatalog.Rules)
        {
            file.Cancellation.ThrowIfCancellationRequested();
            if (SeverityOf(rule.Descriptor, severities) == Severity.None || (shape == FileShape.Minified && !rule.ReadsMinified))
            {
                notRun.Add(rule.Descriptor.Id);
                continue;
            }

            if (file.Source.IsMarkup ? rule.ReadsMarkup : file.IsEndpoint || !rule.EndpointsOnly)
            {
                Check(rule, file, findings);
            }
        }

        return Finish(file, severities, findings, notRun, suppressed);
    }

    /// <summary>Runs one rule.</summary>
    internal static void Check(FileRule rule, FileContext file, List<Finding> findings)
    {
        try
        {
            rule.Check(file, new FindingSink(rule.Descriptor, findings));
        }
        catch (InsufficientExecutionStackException)
        {
            // Values that depend on each other deeper than the stack is: nobody writes that, and nothing is known of it.
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new RuleFailedException(rule.Descriptor, file.Resource.File, e);
        }
    }

    private static Severity? SeverityOf(RuleDescriptor rule, FileSeverities severities) =>
        severities.Of(rule.Id, CategoryNames.NameOf(rule.Category));

    // Where the syntax ends somebody is still writing: of a text without its end nobody knows yet what it says.
    private static bool IsHalfWritten(FileContext file, Finding finding) =>
        finding.Rule.Category != RuleCategory.Language
        && file.Source.Errors.Any(error => error.Start <= finding.End && finding.Start <= error.End);

    private static IReadOnlyList<Finding> Finish(
        FileContext file,
        FileSeverities severities,
        List<Finding> findings,
        HashSet<string> notRun,
        ICollection<SuppressedFinding>? suppressed)
    {
        var suppressions = file.Source.Suppressions;
        findings.RemoveAll(finding => IsHalfWritten(file, finding));
        if (findings.Count == 0 && suppressions.Count == 0)
        {
            return findings;
        }

        var body = file.Program.Body;
        var filter = new SuppressionFilter(suppressions, body.Count > 0 ? body[0].Start : file.Text.Length);
        findings.RemoveAll(IsSuppressed);
        if (SeverityOf(Ahoy0009UnusedSuppression.Rule, severities) != Severity.None)
        {
            var unused = Ahoy0009UnusedSuppression.Check(filter.Unused, notRun);
            findings.AddRange(unused.Where(finding => !IsSuppressed(finding)));
        }

        return
        [
            .. findings
                .Select(WithSeverity)
                .OrderBy(finding => finding.Start)
                .ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal),
        ];

        Finding WithSeverity(Finding finding) => finding.With(SeverityOf(finding.Rule, severities) ?? finding.Severity);

        bool IsSuppressed(Finding finding)
        {
            if (filter.Find(finding) is not { } suppression)
            {
                return false;
            }

            suppressed?.Add(new SuppressedFinding(WithSeverity(finding), suppression));
            return true;
        }
    }
}
