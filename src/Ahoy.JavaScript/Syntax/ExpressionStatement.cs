namespace Ahoy.JavaScript.Syntax;

/// <summary>An expression as a statement. (A directive is a <see cref="Directive"/>.)</summary>
public sealed class ExpressionStatement : Statement
{
    internal ExpressionStatement(int start, int end, Expression expression)
        : base(start, end)
    {
        Expression = expression;
    }

    /// <summary>The expression.</summary>
    public Expression Expression { get; }

    /// <inheritdoc/>
    public override string Type => "ExpressionStatement";

    internal override int ChildCount => 1;

    internal override Node? ChildAt(int index) => Expression;

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitExpressionStatement(this);

    internal override void WriteFields(EstreeWriter writer) => writer.Field("expression", Expression);
}

public partial class NodeVisitor
{
    /// <summary>Visits an <see cref="ExpressionStatement"/>.</summary>
    public virtual void VisitExpressionStatement(ExpressionStatement node) => VisitChildren(node);
}
