using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Flow;
using Ahoy.Analysis.Flow.Interpretation;

namespace Ahoy.Analysis.Rules.Handler;

/// <summary>The callback is called again on a path that has called it.</summary>
internal sealed class Ahoy1004SecondCallback() : FlowRule(FlowFindingKind.SecondCallback)
{
    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY1004",
        RuleCategory.Handler,
        Severity.Warning,
        "The callback is called twice",
        "On a path that leads here the callback has been called before: the first call is the response, this one is ignored. Put 'return' before the first call, or remove one of the two.");
}
