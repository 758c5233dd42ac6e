namespace Ahoy.JavaScript.Syntax;

/// <summary><c>await a</c>.</summary>
public sealed class AwaitExpression : Expression
{
    internal AwaitExpression(int start, int end, Expression argument)
        : base(start, end)
    {
        Argument = argument;
    }

    /// <summary>What is awaited.</summary>
    public Expression Argument { get; }

    /// <inheritdoc/>
    public override string Type => "AwaitExpression";

    internal override int ChildCount => 1;

    internal override Node? ChildAt(int index) => Argument;

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitAwaitExpression(this);

    internal override void WriteFields(EstreeWriter writer) => writer.Field("argument", Argument);
}

public partial class NodeVisitor
{
    /// <summary>Visits an <see cref="AwaitExpression"/>.</summary>
    public virtual void VisitAwaitExpression(AwaitExpression node) => VisitChildren(node);
}
