namespace Ahoy.JavaScript.Syntax;

/// <summary>A destructuring pattern for an object: <c>{ a, b: c = 1, ...d }</c>.</summary>
public sealed class ObjectPattern : Node
{
    internal ObjectPattern(int start, int end, NodeList<Node> properties)
        : base(start, end)
    {
        Properties = properties;
    }

    /// <summary>The members: <see cref="Property"/> and <see cref="RestElement"/>.</summary>
    public NodeList<Node> Properties { get; }

    /// <inheritdoc/>
    public override string Type => "ObjectPattern";

    internal override int ChildCount => Properties.Count;

    internal override Node? ChildAt(int index) => Properties[index];

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitObjectPattern(this);

    internal override void WriteFields(EstreeWriter writer) => writer.Field("properties", Properties);
}

public partial class NodeVisitor
{
    /// <summary>Visits an <see cref="ObjectPattern"/>.</summary>
    public virtual void VisitObjectPattern(ObjectPattern node) => VisitChildren(node);
}
