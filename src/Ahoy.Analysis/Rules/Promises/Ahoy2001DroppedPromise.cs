using Ahoy.Analysis.Flow;
using Ahoy.Analysis.Flow.Promises;
using Ahoy.Analysis.Engine;

namespace Ahoy.Analysis.Rules.Promises;

/// <summary>Work is started, and nobody waits for it.</summary>
internal sealed class Ahoy2001DroppedPromise : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY2001",
        RuleCategory.Promises,
        Severity.Warning,
        "A promise is dropped",
        "Nothing waits for this promise: the work behind it may be cut off as soon as the callback is called, and its errors are lost. Write 'await' before it, return it, or write 'void' to say that this is meant.");

    public override void Check(FileContext file, FindingSink findings)
    {
        var drops = new DroppedPromises(file.Source);
        var paths = file.IsEndpoint ? HandlerPaths.Of(file) : null;
        foreach (var drop in drops.Find())
        {
            if (drop.IsUnread && file.Source.Errors.Count > 0)
            {
                continue;
            }

            if (drops.IsLeftAlone(drop.Promise, paths))
            {
                var call = paths?.CallThatCutsOff(drop.Promise);
                findings.Report(new Finding(Descriptor, drop.Promise.Start, drop.Promise.End)
                {
                    Related = call is null ? [] : [new RelatedSpan(call.Start, call.End, "The callback is called here, without waiting for the promise.")],
                });
            }
        }
    }
}
