using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Flow;
using Ahoy.Analysis.Flow.Interpretation;

namespace Ahoy.Analysis.Rules.Handler;

/// <summary>An <c>async</c> handler leaves it to the runtime to answer when a promise is rejected.</summary>
internal sealed class Ahoy1006UncaughtRejection() : FlowRule(FlowFindingKind.UncaughtRejection)
{
    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY1006",
        RuleCategory.Handler,
        Severity.Info,
        "Nothing catches what an async handler awaits",
        "When a promise that this handler awaits is rejected, nothing catches that: the client gets status 500 with the error's message and stack, and Twilio no TwiML. Put the 'await' into a 'try' whose 'catch' calls the callback.");
}
