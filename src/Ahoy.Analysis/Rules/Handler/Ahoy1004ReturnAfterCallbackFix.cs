using Ahoy.Analysis.Platform;
using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Fixes.Transformations;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Handler;

/// <summary>Ends the path at the first call of the callback, so that it does not reach the second.</summary>
internal sealed class Ahoy1004ReturnAfterCallbackFix : FileFixer
{
    public override string RuleId => "AHOY1004";

    public override IEnumerable<Fix> Offer(FixRequest request)
    {
        foreach (var related in request.Related)
        {
            var first = NodeFinder.Innermost(request.File.Program, related.Start, related.End);
            if (EditsFor(request, first) is { } edits)
            {
                yield return new Fix("Return after the first call", RuleId, edits.Edits);
                yield break;
            }
        }
    }

    private static EditList? EditsFor(FixRequest request, Node first)
    {
        var call = first as CallExpression ?? request.Nodes.AncestorsOf(first).OfType<CallExpression>().FirstOrDefault();
        if (call is null
            || request.Nodes.ParentOf(call) is not ExpressionStatement statement
            || request.Nodes.ParentOf(statement) is not { } list
            || request.Nodes.FunctionOf(call) is not { } function
            || !ReferenceEquals(function, request.Nodes.FunctionOf(request.Node)))
        {
            return null;
        }

        // Where both stand in one list, a return would only make the rest unreachable.
        var isOnTheWay = list.Start <= request.Start && request.End <= list.End;
        if (isOnTheWay || IsInFinally(request, statement) || IsReachedAnyway(request, statement))
        {
            return null;
        }

        if (list is BlockStatement block && !ReferenceEquals(block.Body[block.Body.Count - 1], statement))
        {
            return ReturnAtEnd(request, block);
        }

        return new EditList().Insert(call.Start, "return ");
    }

    /// <summary>A <c>return</c> there would swallow what the <c>try</c> throws.</summary>
    private static bool IsInFinally(FixRequest request, Node node) =>
        request.Nodes.AncestorsOf(node).OfType<TryStatement>().Any(
            attempt => attempt.Finalizer is { } finalizer && node.IsIn(finalizer));

    /// <summary>Whether a <c>finally</c> makes the second call whatever happens, or the next round of a loop may be its first.</summary>
    private static bool IsReachedAnyway(FixRequest request, Node first) => request.Nodes.AncestorsOf(first).Any(above => above switch
    {
        TryStatement { Finalizer: { } finalizer } => request.Node.IsIn(finalizer),
        ForStatement or ForInStatement or ForOfStatement or WhileStatement or DoWhileStatement => request.Node.IsIn(above),
        _ => false,
    });

    /// <summary>What the author does between the call and the end of the block is still to be done.</summary>
    private static EditList? ReturnAtEnd(FixRequest request, BlockStatement block)
    {
        var last = block.Body[block.Body.Count - 1];
        if (last is BreakStatement or ContinueStatement or ThrowStatement or ReturnStatement)
        {
            return null;
        }

        var edits = new EditList();
        BlockEditor.Append(request, block, "return", edits);
        return edits;
    }
}
