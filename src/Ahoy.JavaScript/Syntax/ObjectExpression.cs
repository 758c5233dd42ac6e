namespace Ahoy.JavaScript.Syntax;

/// <summary>An object literal.</summary>
public sealed class ObjectExpression : Expression
{
    internal ObjectExpression(int start, int end, NodeList<Node> properties)
        : base(start, end)
    {
        Properties = properties;
    }

    /// <summary>The members: <see cref="Property"/> and <see cref="SpreadElement"/>.</summary>
    public NodeList<Node> Properties { get; }

    /// <inheritdoc/>
    public override string Type => "ObjectExpression";

    internal override int ChildCount => Properties.Count;

    internal override Node? ChildAt(int index) => Properties[index];

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitObjectExpression(this);

    internal override void WriteFields(EstreeWriter writer) => writer.Field("properties", Properties);
}

public partial class NodeVisitor
{
    /// <summary>Visits an <see cref="ObjectExpression"/>.</summary>
    public virtual void VisitObjectExpression(ObjectExpression node) => VisitChildren(node);
}
