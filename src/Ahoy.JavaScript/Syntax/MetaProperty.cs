namespace Ahoy.JavaScript.Syntax;

/// <summary><c>new.target</c>, <c>import.meta</c>.</summary>
public sealed class MetaProperty : Expression
{
    internal MetaProperty(int start, int end, Identifier meta, Identifier property)
        : base(start, end)
    {
        Meta = meta;
        Property = property;
    }

    /// <summary><c>new</c> or <c>import</c>.</summary>
    public Identifier Meta { get; }

    /// <summary><c>target</c> or <c>meta</c>.</summary>
    public Identifier Property { get; }

    /// <inheritdoc/>
    public override string Type => "MetaProperty";

    internal override int ChildCount => 2;

    internal override Node? ChildAt(int index) => index switch
    {
        0 => Meta,
        _ => Property,
    };

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitMetaProperty(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("meta", Meta);
        writer.Field("property", Property);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="MetaProperty"/>.</summary>
    public virtual void VisitMetaProperty(MetaProperty node) => VisitChildren(node);
}
