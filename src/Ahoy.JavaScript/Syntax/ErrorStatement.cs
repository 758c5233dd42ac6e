namespace Ahoy.JavaScript.Syntax;

/// <summary>
/// Text that no statement could be made of. ESTree has no such node: it appears only where the parser skipped tokens, and an
/// error says which.
/// </summary>
public sealed class ErrorStatement : Statement
{
    internal ErrorStatement(int start, int end)
        : base(start, end)
    {
    }

    /// <inheritdoc/>
    public override string Type => "ErrorStatement";

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitErrorStatement(this);
}

public partial class NodeVisitor
{
    /// <summary>Visits an <see cref="ErrorStatement"/>.</summary>
    public virtual void VisitErrorStatement(ErrorStatement node) => VisitChildren(node);
}
