using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Fixes.Transformations;
using Ahoy.Analysis.Platform;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Handler;

/// <summary>
/// Puts what an <c>async</c> handler does into a <c>try</c> whose <c>catch</c> completes with the error. What the client is to be told
/// is for people to say, so it is not applied unasked.
/// </summary>
internal sealed class Ahoy1006CatchFix : FileFixer
{
    public override string RuleId => "AHOY1006";

    /// <summary>Which paths run into each other is for the rules to say.</summary>
    public override bool NeedsProof => true;

    public override IEnumerable<Fix> Offer(FixRequest request)
    {
        if (HandlerOf(request) is { Body: BlockStatement block } handler
            && handler.Params.Count == 3
            && handler.Params[2].WithoutDefault() is Identifier callback
            && TryBlock.Around(request, block, callback.Name) is { } edits)
        {
            yield return new Fix($"Catch what is rejected, and call {callback.Name}", RuleId, edits.Edits) { IsCure = false };
        }
    }

    /// <summary>The handler whose <c>async</c> is reported: that of a method stands before the function itself.</summary>
    private static IFunction? HandlerOf(FixRequest request) => request.Handlers.Known
        .Select(handler => handler.Function)
        .Where(function => request.Start <= function.Start)
        .OrderBy(function => function.Start)
        .FirstOrDefault();
}
