namespace Ahoy.JavaScript.Syntax;

/// <summary>A block, or the body of a function.</summary>
public sealed class BlockStatement : Statement
{
    internal BlockStatement(int start, int end, NodeList<Statement> body)
        : base(start, end)
    {
        Body = body;
    }

    /// <summary>The statements.</summary>
    public NodeList<Statement> Body { get; }

    /// <inheritdoc/>
    public override string Type => "BlockStatement";

    internal override int ChildCount => Body.Count;

    internal override Node? ChildAt(int index) => Body[index];

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitBlockStatement(this);

    internal override void WriteFields(EstreeWriter writer) => writer.Field("body", Body);
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="BlockStatement"/>.</summary>
    public virtual void VisitBlockStatement(BlockStatement node) => VisitChildren(node);
}
