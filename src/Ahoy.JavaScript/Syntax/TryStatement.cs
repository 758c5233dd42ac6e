namespace Ahoy.JavaScript.Syntax;

/// <summary><c>try { } catch { } finally { }</c>.</summary>
public sealed class TryStatement : Statement
{
    internal TryStatement(int start, int end, BlockStatement block, CatchClause? handler, BlockStatement? finalizer)
        : base(start, end)
    {
        Block = block;
        Handler = handler;
        Finalizer = finalizer;
    }

    /// <summary>The block that is tried.</summary>
    public BlockStatement Block { get; }

    /// <summary>The <c>catch</c>, if there is one.</summary>
    public CatchClause? Handler { get; }

    /// <summary>The <c>finally</c>, if there is one.</summary>
    public BlockStatement? Finalizer { get; }

    /// <inheritdoc/>
    public override string Type => "TryStatement";

    internal override int ChildCount => 3;

    internal override Node? ChildAt(int index) => index switch
    {
        0 => Block,
        1 => Handler,
        _ => Finalizer,
    };

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitTryStatement(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("block", Block);
        writer.Field("handler", Handler);
        writer.Field("finalizer", Finalizer);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="TryStatement"/>.</summary>
    public virtual void VisitTryStatement(TryStatement node) => VisitChildren(node);
}
