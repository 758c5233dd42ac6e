using Ahoy.CodeFixes.Infrastructure;
using Ahoy.CodeFixes.Transformations;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.CodeFixes.Rules.Promises;

/// <summary>Waits for a promise that is dropped, or says that it is meant.</summary>
internal sealed class Ahoy2001AwaitOrVoid : FileFixer
{
    public override string RuleId => "AHOY2001";

    public override IEnumerable<Fix> Offer(FixRequest request)
    {
        if (Dropped(request) is not { } promise)
        {
            yield break;
        }

        var edits = new EditList();
        if (AsyncFunctions.AllowAwait(request, promise, edits))
        {
            Await(request, promise, edits);
            yield return new Fix("Wait for the promise", RuleId + ".await", edits.Edits);
        }

        if (!IsVariablesValue(request, promise))
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

        var isOperand = node is CallExpression or NewExpression or ImportExpression or Identifier or MemberExpression or ChainExpression or AwaitExpression;
        return isOperand && IsDroppedWhereItStands(request, node) ? node : null;
    }

    private static bool IsDroppedWhereItStands(FixRequest request, Node node) => request.Nodes.ParentOf(node) switch
    {
        ExpressionStatement or SequenceExpression => true,
        LogicalExpression logical => ReferenceEquals(logical.Right, node),
        ConditionalExpression choice => !ReferenceEquals(choice.Test, node),
        VariableDeclarator or AssignmentExpression { Operator: "=" } => true,
        _ => false,
    };

    private static bool IsVariablesValue(FixRequest request, Node node) =>
        request.Nodes.ParentOf(node) is VariableDeclarator or AssignmentExpression;

    private static void Await(FixRequest request, Expression promise, EditList edits)
    {
        // `await` on a list of promises waits for none of them.
        if (promise is CallExpression { Callee: MemberExpression { Computed: false, Property: Identifier { Name: "map" } } })
        {
            edits.Insert(promise.Start, "await Promise.all(").Insert(promise.End, ")");
        }
        else
        {
            edits.Insert(promise.Start, "await ");
        }
    }
}
