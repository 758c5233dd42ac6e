using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Fixes.Transformations;
using Ahoy.Analysis.Flow.Origins;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Promises;

/// <summary>Waits for a promise that is dropped, or says that it is meant.</summary>
internal sealed class Ahoy2001AwaitOrVoidFix : FileFixer
{
    public override string RuleId => "AHOY2001";

    public override IEnumerable<Fix> Offer(FixRequest request)
    {
        if (Dropped(request) is not { } promise)
        {
            yield break;
        }

        if ((Await(request, promise) ?? AwaitAll(request, promise)) is { } edits)
        {
            yield return new Fix("Wait for the promise", RuleId + ".await", edits.Edits);
        }

        if (!IsVariablesValue(request, promise) && !IsArgument(request, promise) && request.Nodes.ParentOf(promise) is not SpreadElement)
        {
            yield return new Fix("Say that nobody waits for the promise", RuleId + ".void", new EditList().Insert(promise.Start, "void ").Edits)
            {
                IsCure = false,
            };
        }
    }

    /// <summary>The outermost expression of the span that is reported; null where it is not one that an operator can precede.</summary>
    private static Expression? Dropped(FixRequest request)
    {
        var node = request.Node as Expression;
        while (node is not null && request.Nodes.ParentOf(node) is Expression parent && parent.Start == request.Start && parent.End == request.End)
        {
            node = parent;
        }

        if (node is null || node.Start != request.Start)
        {
            return null;
        }

        var isOperand = node is CallExpression or NewExpression or ImportExpression or Identifier or MemberExpression or ChainExpression or AwaitExpression
            or TaggedTemplateExpression or ArrayExpression { Elements.Count: > 0 };
        return isOperand && IsDroppedWhereItStands(request, node) ? node : null;
    }

    private static bool IsDroppedWhereItStands(FixRequest request, Node node) => request.Nodes.ParentOf(node) switch
    {
        ExpressionStatement or SequenceExpression => true,
        LogicalExpression logical => ReferenceEquals(logical.Right, node) || logical.Operator == "??",
        SpreadElement spread => request.Nodes.ParentOf(spread) is ObjectExpression,
        ConditionalExpression choice => !ReferenceEquals(choice.Test, node),
        VariableDeclarator or AssignmentExpression { Operator: "=" } => true,
        _ => IsGivenToForEach(request, node),
    };

    /// <summary>What the function of a <c>forEach</c> returns, or the function itself.</summary>
    private static bool IsGivenToForEach(FixRequest request, Node node) =>
        request.Nodes.ParentOf(node) is ArrowFunctionExpression or ReturnStatement || IsArgument(request, node);

    private static bool IsArgument(FixRequest request, Node node) => request.Nodes.ParentOf(node) is CallExpression;

    private static bool IsVariablesValue(FixRequest request, Node node) =>
        request.Nodes.ParentOf(node) is VariableDeclarator or AssignmentExpression;

    private static EditList? Await(FixRequest request, Expression promise)
    {
        var edits = new EditList();
        if (IsGivenToForEach(request, promise) || !AsyncFunctions.AllowAwait(request, promise, edits))
        {
            return null;
        }

        // `await` on a list of promises waits for none of them.
        return OriginFinder.Of(request.File.Source).Find(promise).Kind == OriginKind.PromiseList
            ? edits.Insert(promise.Start, "await Promise.all(").Insert(promise.End, ")")
            : edits.Insert(promise.Start, "await ");
    }

    /// <summary>In the function of a <c>forEach</c> nothing can wait: <c>map</c> gives what can be waited for outside of it.</summary>
    private static EditList? AwaitAll(FixRequest request, Expression promise)
    {
        var function = IsArgument(request, promise) ? promise : request.Nodes.FunctionOf(promise) as Node;
        var edits = new EditList();
        if (function is null
            || ArrayCall.Of(request.Nodes.ParentOf(function) as CallExpression) is not { Method: "forEach" } call
            || !ReferenceEquals(call.Function, function)
            || !AsyncFunctions.AllowAwait(request, call.Call, edits)
            || !call.WaitForAll(request, edits))
        {
            return null;
        }

        if (!IsGivenToForEach(request, promise))
        {
            edits.Insert(function.Start, "async ").Insert(promise.Start, "await ");
        }

        return edits;
    }
}
