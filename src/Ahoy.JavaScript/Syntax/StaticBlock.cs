namespace Ahoy.JavaScript.Syntax;

/// <summary><c>static { … }</c> in a class.</summary>
public sealed class StaticBlock : Node
{
    internal StaticBlock(int start, int end, NodeList<Statement> body)
        : base(start, end)
    {
        Body = body;
    }

    /// <summary>The statements.</summary>
    public NodeList<Statement> Body { get; }

    /// <inheritdoc/>
    public override string Type => "StaticBlock";

    internal override int ChildCount => Body.Count;

    internal override Node? ChildAt(int index) => Body[index];

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitStaticBlock(this);

    internal override void WriteFields(EstreeWriter writer) => writer.Field("body", Body);
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="StaticBlock"/>.</summary>
    public virtual void VisitStaticBlock(StaticBlock node) => VisitChildren(node);
}
