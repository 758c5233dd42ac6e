namespace Ahoy.JavaScript.Syntax;

/// <summary>A private name: <c>#a</c>.</summary>
public sealed class PrivateIdentifier : Node
{
    internal PrivateIdentifier(int start, int end, string name)
        : base(start, end)
    {
        Name = name;
    }

    /// <summary>The name without its <c>#</c>.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public override string Type => "PrivateIdentifier";

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitPrivateIdentifier(this);

    internal override void WriteFields(EstreeWriter writer) => writer.Field("name", Name);
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="PrivateIdentifier"/>.</summary>
    public virtual void VisitPrivateIdentifier(PrivateIdentifier node) => VisitChildren(node);
}
