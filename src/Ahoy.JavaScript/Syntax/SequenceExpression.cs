namespace Ahoy.JavaScript.Syntax;

/// <summary><c>a, b</c>.</summary>
public sealed class SequenceExpression : Expression
{
    internal SequenceExpression(int start, int end, NodeList<Expression> expressions)
        : base(start, end)
    {
        Expressions = expressions;
    }

    /// <summary>The expressions; the last gives the value.</summary>
    public NodeList<Expression> Expressions { get; }

    /// <inheritdoc/>
    public override string Type => "SequenceExpression";

    internal override int ChildCount => Expressions.Count;

    internal override Node? ChildAt(int index) => Expressions[index];

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitSequenceExpression(this);

    internal override void WriteFields(EstreeWriter writer) => writer.Field("expressions", Expressions);
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="SequenceExpression"/>.</summary>
    public virtual void VisitSequenceExpression(SequenceExpression node) => VisitChildren(node);
}
