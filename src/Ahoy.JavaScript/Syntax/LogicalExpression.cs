namespace Ahoy.JavaScript.Syntax;

/// <summary>An operation that may skip its right side: <c>&amp;&amp;</c>, <c>||</c>, <c>??</c>.</summary>
public sealed class LogicalExpression : Expression
{
    internal LogicalExpression(int start, int end, string @operator, Expression left, Expression right)
        : base(start, end)
    {
        Operator = @operator;
        Left = left;
        Right = right;
    }

    /// <summary>The operator, as written.</summary>
    public string Operator { get; }

    /// <summary>The left side.</summary>
    public Expression Left { get; }

    /// <summary>The right side.</summary>
    public Expression Right { get; }

    /// <inheritdoc/>
    public override string Type => "LogicalExpression";

    internal override int ChildCount => 2;

    internal override Node? ChildAt(int index) => index switch
    {
        0 => Left,
        _ => Right,
    };

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitLogicalExpression(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("operator", Operator);
        writer.Field("left", Left);
        writer.Field("right", Right);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="LogicalExpression"/>.</summary>
    public virtual void VisitLogicalExpression(LogicalExpression node) => VisitChildren(node);
}
