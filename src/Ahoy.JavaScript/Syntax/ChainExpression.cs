namespace Ahoy.JavaScript.Syntax;

/// <summary>The whole of an optional chain: what a <c>?.</c> inside it cuts short.</summary>
public sealed class ChainExpression : Expression
{
    internal ChainExpression(int start, int end, Expression expression)
        : base(start, end)
    {
        Expression = expression;
    }

    /// <summary>The chain: a <see cref="MemberExpression"/> or a <see cref="CallExpression"/>.</summary>
    public Expression Expression { get; }

    /// <inheritdoc/>
    public override string Type => "ChainExpression";

    internal override int ChildCount => 1;

    internal override Node? ChildAt(int index) => Expression;

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitChainExpression(this);

    internal override void WriteFields(EstreeWriter writer) => writer.Field("expression", Expression);
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="ChainExpression"/>.</summary>
    public virtual void VisitChainExpression(ChainExpression node) => VisitChildren(node);
}
