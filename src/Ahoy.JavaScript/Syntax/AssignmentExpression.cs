namespace Ahoy.JavaScript.Syntax;

/// <summary>An assignment: <c>a = b</c>, <c>a += b</c>, <c>a ??= b</c>.</summary>
public sealed class AssignmentExpression : Expression
{
    internal AssignmentExpression(int start, int end, string @operator, Node left, Expression right)
        : base(start, end)
    {
        Operator = @operator;
        Left = left;
        Right = right;
    }

    /// <summary>The operator, as written.</summary>
    public string Operator { get; }

    /// <summary>The target: an expression, or a pattern where the operator is <c>=</c>.</summary>
    public Node Left { get; }

    /// <summary>The value.</summary>
    public Expression Right { get; }

    /// <inheritdoc/>
    public override string Type => "AssignmentExpression";

    internal override int ChildCount => 2;

    internal override Node? ChildAt(int index) => index switch
    {
        0 => Left,
        _ => Right,
    };

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitAssignmentExpression(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("operator", Operator);
        writer.Field("left", Left);
        writer.Field("right", Right);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits an <see cref="AssignmentExpression"/>.</summary>
    public virtual void VisitAssignmentExpression(AssignmentExpression node) => VisitChildren(node);
}
