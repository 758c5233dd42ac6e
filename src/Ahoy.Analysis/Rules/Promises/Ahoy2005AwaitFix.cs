using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Fixes.Transformations;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Promises;

/// <summary>Waits for a promise before its answer decides.</summary>
internal sealed class Ahoy2005AwaitFix : FileFixer
{
    public override string RuleId => "AHOY2005";

    public override IEnumerable<Fix> Offer(FixRequest request)
    {
        if (PromiseOf(request) is not { } promise)
        {
            yield break;
        }

        var edits = new EditList();
        if (AsyncFunctions.AllowAwait(request, promise, edits))
        {
            var isOperand = promise is not (AssignmentExpression or ConditionalExpression or LogicalExpression);
            edits.Insert(promise.Start, isOperand ? "await " : "await (");
            yield return new Fix("Wait for the promise", RuleId + ".await", (isOperand ? edits : edits.Insert(promise.End, ")")).Edits);
        }
    }

    private static Expression? PromiseOf(FixRequest request)
    {
        var node = request.Node;
        while (node is not null && request.Nodes.ParentOf(node) is Expression parent && parent.Start == request.Start && parent.End == request.End)
        {
            node = parent;
        }

        return node is Expression expression && node.Start == request.Start && node.End == request.End ? expression : null;
    }
}
