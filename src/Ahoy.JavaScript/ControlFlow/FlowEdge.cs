using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.ControlFlow;

/// <summary>A way from one block to another.</summary>
public sealed class FlowEdge
{
    internal FlowEdge(BasicBlock from, BasicBlock to, FlowEdgeKind kind, Node? condition, Node? leaves)
    {
        From = from;
        To = to;
        Kind = kind;
        Condition = condition;
        Leaves = leaves;
    }

    /// <summary>The block that it leads out of.</summary>
    public BasicBlock From { get; }

    /// <summary>The block that it leads to.</summary>
    public BasicBlock To { get; }

    /// <summary>When it is taken.</summary>
    public FlowEdgeKind Kind { get; }

    /// <summary>
    /// What <see cref="Kind"/> speaks of: the expression that is tested, the <see cref="SwitchCase"/>, the loop, the
    /// <see cref="AssignmentPattern"/> with the default value, the node that throws; null where there is nothing.
    /// </summary>
    public Node? Condition { get; }

    /// <summary>
    /// What comes to its end by this edge: the arm of an <c>if</c>, the body of a loop, a <see cref="SwitchCase"/>, the
    /// block of a <c>try</c>, a <see cref="CatchClause"/>, a <c>break</c>, <c>continue</c>, <c>return</c> or <c>throw</c>; otherwise null.
    /// </summary>
    public Node? Leaves { get; }
}
