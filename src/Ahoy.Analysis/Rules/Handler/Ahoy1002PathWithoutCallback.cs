using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Flow;
using Ahoy.Analysis.Flow.Interpretation;

namespace Ahoy.Analysis.Rules.Handler;

/// <summary>A path through the handler ends, and nothing is left that could call the callback.</summary>
internal sealed class Ahoy1002PathWithoutCallback() : FlowRule(FlowFindingKind.PathWithoutCallback)
{
    /// <summary>Where a handler has more ends than this without a callback, it has one problem, not many.</summary>
    private const int MostReports = 3;

    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY1002",
        RuleCategory.Handler,
        Severity.Warning,
        "A path ends without calling the callback",
        "A path through the handler ends here without calling the callback: the request would time out after 10 s with status 504. Call the callback before this point, with an error if there is nothing to answer.");

    protected override bool NeedsWholeFile => true;

    protected override IEnumerable<FlowFinding> Select(IEnumerable<FlowFinding> findings) =>
        findings.OrderBy(static finding => finding.Span.Start).Take(MostReports);
}
