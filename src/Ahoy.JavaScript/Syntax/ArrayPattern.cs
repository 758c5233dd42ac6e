namespace Ahoy.JavaScript.Syntax;

/// <summary>A destructuring pattern for an iterable: <c>[a, , ...b]</c>.</summary>
public sealed class ArrayPattern : Node
{
    internal ArrayPattern(int start, int end, NodeList<Node?> elements)
        : base(start, end)
    {
        Elements = elements;
    }

    /// <summary>The patterns; a hole is <see langword="null"/>.</summary>
    public NodeList<Node?> Elements { get; }

    /// <inheritdoc/>
    public override string Type => "ArrayPattern";

    internal override int ChildCount => Elements.Count;

    internal override Node? ChildAt(int index) => Elements[index];

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitArrayPattern(this);

    internal override void WriteFields(EstreeWriter writer) => writer.Field("elements", Elements);
}

public partial class NodeVisitor
{
    /// <summary>Visits an <see cref="ArrayPattern"/>.</summary>
    public virtual void VisitArrayPattern(ArrayPattern node) => VisitChildren(node);
}
