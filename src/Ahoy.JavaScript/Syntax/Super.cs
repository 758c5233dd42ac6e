namespace Ahoy.JavaScript.Syntax;

/// <summary><c>super</c>, as the object of a member or the callee of a call.</summary>
public sealed class Super : Expression
{
    internal Super(int start, int end)
        : base(start, end)
    {
    }

    /// <inheritdoc/>
    public override string Type => "Super";

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitSuper(this);
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="Super"/>.</summary>
    public virtual void VisitSuper(Super node) => VisitChildren(node);
}
