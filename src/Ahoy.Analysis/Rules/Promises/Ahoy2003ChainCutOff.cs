using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Flow;
using Ahoy.Analysis.Flow.Interpretation;

namespace Ahoy.Analysis.Rules.Promises;

/// <summary>The callback is called while a promise chain is still at work.</summary>
internal sealed class Ahoy2003ChainCutOff() : FlowRule(FlowFindingKind.ChainCutOff)
{
    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY2003",
        RuleCategory.Promises,
        Severity.Warning,
        "A promise chain may be cut off by the callback",
        "The callback is called without waiting for this promise chain: the invocation is over then, and the chain's work may be cut off. Call the callback inside the chain, or 'await' the chain before.");
}
