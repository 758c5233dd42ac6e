namespace Ahoy.JavaScript.Syntax;

/// <summary>A field of a class.</summary>
public sealed class PropertyDefinition : Node
{
    internal PropertyDefinition(int start, int end, Node key, Expression? value, bool computed, bool @static)
        : base(start, end)
    {
        Key = key;
        Value = value;
        Computed = computed;
        Static = @static;
    }

    /// <summary>
    /// The name: an <see cref="Identifier"/>, a <see cref="PrivateIdentifier"/>, a literal, or, where
    /// <see cref="Computed"/>, an expression.
    /// </summary>
    public Node Key { get; }

    /// <summary>The initial value, if there is one.</summary>
    public Expression? Value { get; }

    /// <summary>Whether the name is written in brackets.</summary>
    public bool Computed { get; }

    /// <summary>Whether it is <c>static</c>.</summary>
    public bool Static { get; }

    /// <inheritdoc/>
    public override string Type => "PropertyDefinition";

    internal override int ChildCount => 2;

    internal override Node? ChildAt(int index) => index switch
    {
        0 => Key,
        _ => Value,
    };

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitPropertyDefinition(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("key", Key);
        writer.Field("value", Value);
        writer.Field("computed", Computed);
        writer.Field("static", Static);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="PropertyDefinition"/>.</summary>
    public virtual void VisitPropertyDefinition(PropertyDefinition node) => VisitChildren(node);
}
