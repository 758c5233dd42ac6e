namespace Ahoy.JavaScript.Syntax;

/// <summary><c>null</c>.</summary>
public sealed class NullLiteral : Literal
{
    internal NullLiteral(int start, int end)
        : base(start, end)
    {
    }

    /// <inheritdoc/>
    public override string Raw => "null";

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitNullLiteral(this);

    private protected override void WriteValue(EstreeWriter writer) => writer.Null("value");
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="NullLiteral"/>.</summary>
    public virtual void VisitNullLiteral(NullLiteral node) => VisitChildren(node);
}
