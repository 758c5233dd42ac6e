namespace Ahoy.JavaScript.Syntax;

/// <summary>One of the attributes of an import: <c>type: "json"</c>.</summary>
public sealed class ImportAttribute : Node
{
    internal ImportAttribute(int start, int end, Node key, Expression value)
        : base(start, end)
    {
        Key = key;
        Value = value;
    }

    /// <summary>An <see cref="Identifier"/> or a <see cref="StringLiteral"/>.</summary>
    public Node Key { get; }

    /// <summary>The value: a <see cref="StringLiteral"/>.</summary>
    public Expression Value { get; }

    /// <inheritdoc/>
    public override string Type => "ImportAttribute";

    internal override int ChildCount => 2;

    internal override Node? ChildAt(int index) => index switch
    {
        0 => Key,
        _ => Value,
    };

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitImportAttribute(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("key", Key);
        writer.Field("value", Value);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits an <see cref="ImportAttribute"/>.</summary>
    public virtual void VisitImportAttribute(ImportAttribute node) => VisitChildren(node);
}
