namespace Ahoy.JavaScript.Syntax;

/// <summary>A member of an <see cref="ObjectExpression"/> or an <see cref="ObjectPattern"/>.</summary>
public sealed class Property : Node
{
    internal Property(int start, int end, Node key, Node value, PropertyKind kind, PropertyForm form)
        : base(start, end)
    {
        Key = key;
        Value = value;
        Kind = kind;
        Form = form;
    }

    /// <summary>
    /// The name: an <see cref="Identifier"/>, a literal, or, where <see cref="Computed"/>, an expression. Where
    /// <see cref="Shorthand"/>, it is the very node that is also the value (or the left side of the value's
    /// <see cref="AssignmentPattern"/>), and <see cref="Node.Children"/> holds it once, below the value.
    /// </summary>
    public Node Key { get; }

    /// <summary>The value: an expression or, in a pattern, a pattern.</summary>
    public Node Value { get; }

    /// <summary>Whether it is a getter, a setter or neither.</summary>
    public PropertyKind Kind { get; }

    /// <summary>Whether it is written <c>a() { }</c>.</summary>
    public bool Method => (Form & PropertyForm.Method) != 0;

    /// <summary>Whether it is written <c>a</c> for <c>a: a</c>.</summary>
    public bool Shorthand => (Form & PropertyForm.Shorthand) != 0;

    /// <summary>Whether the name is written in brackets.</summary>
    public bool Computed => (Form & PropertyForm.Computed) != 0;

    /// <inheritdoc/>
    public override string Type => "Property";

    internal PropertyForm Form { get; }

    internal override int ChildCount => 2;

    internal override Node? ChildAt(int index) => index != 0 ? Value : Shorthand ? null : Key;

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitProperty(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("method", Method);
        writer.Field("shorthand", Shorthand);
        writer.Field("computed", Computed);
        writer.Field("key", Key);
        writer.Field("value", Value);
        writer.Field("kind", Kind.ToEstree());
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="Property"/>.</summary>
    public virtual void VisitProperty(Property node) => VisitChildren(node);
}
