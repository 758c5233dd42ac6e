namespace Ahoy.JavaScript.Syntax;

/// <summary><c>;</c>.</summary>
public sealed class EmptyStatement : Statement
{
    internal EmptyStatement(int start, int end)
        : base(start, end)
    {
    }

    /// <inheritdoc/>
    public override string Type => "EmptyStatement";

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitEmptyStatement(this);
}

public partial class NodeVisitor
{
    /// <summary>Visits an <see cref="EmptyStatement"/>.</summary>
    public virtual void VisitEmptyStatement(EmptyStatement node) => VisitChildren(node);
}
