namespace Ahoy.JavaScript.Syntax;

/// <summary>The braces of a class and what they hold.</summary>
public sealed class ClassBody : Node
{
    internal ClassBody(int start, int end, NodeList<Node> body)
        : base(start, end)
    {
        Body = body;
    }

    /// <summary>The members: <see cref="MethodDefinition"/>, <see cref="PropertyDefinition"/> and <see cref="StaticBlock"/>.</summary>
    public NodeList<Node> Body { get; }

    /// <inheritdoc/>
    public override string Type => "ClassBody";

    internal override int ChildCount => Body.Count;

    internal override Node? ChildAt(int index) => Body[index];

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitClassBody(this);

    internal override void WriteFields(EstreeWriter writer) => writer.Field("body", Body);
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="ClassBody"/>.</summary>
    public virtual void VisitClassBody(ClassBody node) => VisitChildren(node);
}
