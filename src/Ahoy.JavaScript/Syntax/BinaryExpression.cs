namespace Ahoy.JavaScript.Syntax;

/// <summary>A binary operation that always evaluates both sides: <c>a + b</c>, <c>#a in b</c>.</summary>
public sealed class BinaryExpression : Expression
{
    internal BinaryExpression(int start, int end, string @operator, Node left, Expression right)
        : base(start, end)
    {
        Operator = @operator;
        Left = left;
        Right = right;
    }

    /// <summary>The operator, as written.</summary>
    public string Operator { get; }

    /// <summary>The left side: an expression, or a <see cref="PrivateIdentifier"/> before <c>in</c>.</summary>
    public Node Left { get; }

    /// <summary>The right side.</summary>
    public Expression Right { get; }

    /// <inheritdoc/>
    public override string Type => "BinaryExpression";

    internal override int ChildCount => 2;

    internal override Node? ChildAt(int index) => index switch
    {
        0 => Left,
        _ => Right,
    };

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitBinaryExpression(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("operator", Operator);
        writer.Field("left", Left);
        writer.Field("right", Right);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="BinaryExpression"/>.</summary>
    public virtual void VisitBinaryExpression(BinaryExpression node) => VisitChildren(node);
}
