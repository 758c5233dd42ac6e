using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Flow;
using Ahoy.Analysis.Flow.Interpretation;

namespace Ahoy.Analysis.Rules.Handler;

/// <summary>A promise chain, or an async function that nobody waits for, calls the callback when it goes well, and not when it goes wrong.</summary>
internal sealed class Ahoy1003RejectionWithoutCallback() : FlowRule(FlowFindingKind.RejectionWithoutCallback)
{
    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY1003",
        RuleCategory.Handler,
        Severity.Warning,
        "A promise chain does not call the callback when it is rejected",
        "When this promise chain is rejected, nothing calls the callback: the request would fail without the answer that you chose, or time out after 10 s. End the chain with '.catch(…)' that calls the callback with the error.");

    protected override bool NeedsWholeFile => true;
}
