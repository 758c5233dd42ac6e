using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Flow;
using Ahoy.Analysis.Flow.Interpretation;

namespace Ahoy.Analysis.Rules.Handler;

/// <summary>The handler returns its response, as handlers of other platforms do.</summary>
internal sealed class Ahoy1005ReturnedValue() : FlowRule(FlowFindingKind.ReturnedValue)
{
    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY1005",
        RuleCategory.Handler,
        Severity.Info,
        "A returned value is no response",
        "The runtime ignores what a handler returns: this value never reaches the client. Pass it to the callback: 'return callback(null, …)'.");
}
