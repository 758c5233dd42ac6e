namespace Ahoy.JavaScript.Syntax;

/// <summary>An array literal: <c>[a, , ...b]</c>.</summary>
public sealed class ArrayExpression : Expression
{
    internal ArrayExpression(int start, int end, NodeList<Expression?> elements)
        : base(start, end)
    {
        Elements = elements;
    }

    /// <summary>The elements; a hole is <see langword="null"/>.</summary>
    public NodeList<Expression?> Elements { get; }

    /// <inheritdoc/>
    public override string Type => "ArrayExpression";

    internal override int ChildCount => Elements.Count;

    internal override Node? ChildAt(int index) => Elements[index];

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitArrayExpression(this);

    internal override void WriteFields(EstreeWriter writer) => writer.Field("elements", Elements);
}

public partial class NodeVisitor
{
    /// <summary>Visits an <see cref="ArrayExpression"/>.</summary>
    public virtual void VisitArrayExpression(ArrayExpression node) => VisitChildren(node);
}
