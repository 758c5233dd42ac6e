using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Flow;
using Ahoy.Analysis.Flow.Interpretation;

namespace Ahoy.Analysis.Rules.Handler;

/// <summary>The handler does not even take the callback.</summary>
internal sealed class Ahoy1007NoCallbackParameter() : FlowRule(FlowFindingKind.NoCallbackParameter)
{
    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY1007",
        RuleCategory.Handler,
        Severity.Warning,
        "The handler takes no callback",
        "This handler takes no callback, so that it can't answer: each request would time out after 10 s with status 504, whatever it returns. Add the third parameter 'callback', and pass the response to it.");

    protected override bool NeedsWholeFile => true;
}
