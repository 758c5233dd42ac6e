using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.ControlFlow;

/// <content>Expressions that decide where to go on.</content>
internal sealed partial class FlowGraphBuilder
{
    private const int LevelsBetweenStackChecks = 16;

    // Where the optional chain that is being visited leads when a part of it is null or undefined.
    private BasicBlock? _chainEnd;
    private int _branchDepth;

    public override void VisitConditionalExpression(ConditionalExpression node)
    {
        var consequent = NewBlock();
        var alternate = NewBlock();
        var after = NewBlock();
        Branch(node.Test, consequent, alternate);
        Continue(consequent);
        Visit(node.Consequent);
        Connect(after);
        Continue(alternate);
        Visit(node.Alternate);
        Connect(after);
        Continue(after);
        Emit(node);
    }

    public override void VisitLogicalExpression(LogicalExpression node)
    {
        var right = NewBlock();
        var after = NewBlock();
        BranchByOperator(node.Operator, node.Left, right, after);
        Continue(right);
        Visit(node.Right);
        Connect(after);
        Continue(after);
        Emit(node);
    }

    public override void VisitAssignmentPattern(AssignmentPattern node)
    {
        var value = NewBlock();
        var target = NewBlock();
        Connect(value, FlowEdgeKind.Default, node);
        Connect(target, FlowEdgeKind.NoDefault, node);
        Continue(value);
        Visit(node.Right);
        Connect(target);
        Continue(target);
        Visit(node.Left);
    }

    public override void VisitChainExpression(ChainExpression node)
    {
        var after = NewBlock();
        VisitChain(node, after);
        Connect(after);
        Continue(after);
        Emit(node);
    }

    /// <summary>Where the value just visited is null or undefined, leaves the chain.</summary>
    private void LeaveChainIfNullish(Expression value)
    {
        if (_chainEnd is not null)
        {
            var next = NewBlock();
            Connect(_chainEnd, FlowEdgeKind.Nullish, value);
            Connect(next, FlowEdgeKind.NotNullish, value);
            Continue(next);
        }
    }

    private void VisitChain(ChainExpression node, BasicBlock end)
    {
        var outer = _chainEnd;
        _chainEnd = end;
        Visit(node.Expression);
        _chainEnd = outer;
    }

    /// <summary>Visits the left side of a short-circuit operator: on to <paramref name="right"/>, or past it.</summary>
    private void BranchByOperator(string @operator, Expression left, BasicBlock right, BasicBlock after)
    {
        switch (@operator)
        {
            case "&&" or "&&=":
                Branch(left, right, after);
                break;
            case "||" or "||=":
                Branch(left, after, right);
                break;
            default:
                Visit(left);
                BranchIf(Constants.IsNullish(left), left, FlowEdgeKind.Nullish, right, FlowEdgeKind.NotNullish, after);
                break;
        }
    }

    /// <summary>Visits a condition, which leads to one of two blocks; what the current block is afterwards is of no use.</summary>
    private void Branch(Expression condition, BasicBlock whenTrue, BasicBlock whenFalse)
    {
        _branchDepth++;
        if (_branchDepth % LevelsBetweenStackChecks == 0 && !StackGuard.HasRoom())
        {
            StackGuard.Run(() => BranchHere(condition, whenTrue, whenFalse));
        }
        else
        {
            BranchHere(condition, whenTrue, whenFalse);
        }

        _branchDepth--;
    }

    private void BranchHere(Expression condition, BasicBlock whenTrue, BasicBlock whenFalse)
    {
        switch (condition)
        {
            case UnaryExpression { Operator: "!" } not:
                Branch(not.Argument, whenFalse, whenTrue);
                return;
            case LogicalExpression { Operator: "&&" or "||" } logical:
                var right = NewBlock();
                Branch(logical.Left, logical.Operator == "&&" ? right : whenTrue, logical.Operator == "&&" ? whenFalse : right);
                Continue(right);
                Branch(logical.Right, whenTrue, whenFalse);
                return;
            case ConditionalExpression conditional:
                var consequent = NewBlock();
                var alternate = NewBlock();
                Branch(conditional.Test, consequent, alternate);
                Continue(consequent);
                Branch(conditional.Consequent, whenTrue, whenFalse);
                Continue(alternate);
                Branch(conditional.Alternate, whenTrue, whenFalse);
                return;
            case ChainExpression chain:
                VisitChain(chain, whenFalse);
                Emit(chain);
                break;
            default:
                Visit(condition);
                break;
        }

        BranchIf(Constants.IsTrue(condition), condition, FlowEdgeKind.True, whenTrue, FlowEdgeKind.False, whenFalse);
    }

    private void BranchIf(bool? known, Expression condition, FlowEdgeKind kind, BasicBlock target, FlowEdgeKind otherKind, BasicBlock otherTarget)
    {
        if (known != false)
        {
            Connect(target, kind, condition);
        }

        if (known != true)
        {
            Connect(otherTarget, otherKind, condition);
        }
    }
}
