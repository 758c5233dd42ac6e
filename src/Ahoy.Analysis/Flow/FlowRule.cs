using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Flow.Interpretation;

namespace Ahoy.Analysis.Flow;

/// <summary>A rule whose findings come out of following the handler's paths.</summary>
internal abstract class FlowRule(FlowFindingKind kind) : FileRule
{
    public override bool EndpointsOnly => true;

    /// <summary>Whether the rule concludes from something being absent, which a syntax error may have swallowed.</summary>
    protected virtual bool NeedsWholeFile => false;

    public override void Check(FileContext file, FindingSink findings)
    {
        if (NeedsWholeFile && file.Source.Errors.Count > 0)
        {
            return;
        }

        foreach (var finding in Select(HandlerPaths.Of(file).Findings.Where(finding => finding.Kind == kind)))
        {
            findings.Report(new Finding(Descriptor, finding.Span.Start, finding.Span.End) { Related = finding.Related });
        }
    }

    /// <summary>What of the findings is reported.</summary>
    protected virtual IEnumerable<FlowFinding> Select(IEnumerable<FlowFinding> findings) => findings;
}
