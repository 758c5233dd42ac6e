namespace Ahoy.JavaScript.Syntax;

/// <summary>The <c>catch</c> of a <see cref="TryStatement"/>.</summary>
public sealed class CatchClause : Node
{
    internal CatchClause(int start, int end, Node? param, BlockStatement body)
        : base(start, end)
    {
        Param = param;
        Body = body;
    }

    /// <summary>The pattern that takes the exception, if there is one.</summary>
    public Node? Param { get; }

    /// <summary>The block.</summary>
    public BlockStatement Body { get; }

    /// <inheritdoc/>
    public override string Type => "CatchClause";

    internal override int ChildCount => 2;

    internal override Node? ChildAt(int index) => index switch
    {
        0 => Param,
        _ => Body,
    };

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitCatchClause(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("param", Param);
        writer.Field("body", Body);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="CatchClause"/>.</summary>
    public virtual void VisitCatchClause(CatchClause node) => VisitChildren(node);
}
