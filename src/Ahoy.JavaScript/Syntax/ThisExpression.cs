namespace Ahoy.JavaScript.Syntax;

/// <summary><c>this</c>.</summary>
public sealed class ThisExpression : Expression
{
    internal ThisExpression(int start, int end)
        : base(start, end)
    {
    }

    /// <inheritdoc/>
    public override string Type => "ThisExpression";

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitThisExpression(this);
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="ThisExpression"/>.</summary>
    public virtual void VisitThisExpression(ThisExpression node) => VisitChildren(node);
}
