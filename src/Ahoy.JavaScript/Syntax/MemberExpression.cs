namespace Ahoy.JavaScript.Syntax;

/// <summary>A property: <c>a.b</c>, <c>a[b]</c>, <c>a?.b</c>, <c>a.#b</c>.</summary>
public sealed class MemberExpression : Expression
{
    internal MemberExpression(int start, int end, Expression @object, Node property, bool computed, bool optional)
        : base(start, end)
    {
        Object = @object;
        Property = property;
        Computed = computed;
        Optional = optional;
    }

    /// <summary>The object: an expression or <see cref="Super"/>.</summary>
    public Expression Object { get; }

    /// <summary>The <see cref="Identifier"/>, <see cref="PrivateIdentifier"/>, or, where <see cref="Computed"/>, the expression.</summary>
    public Node Property { get; }

    /// <summary>Whether it is written in brackets.</summary>
    public bool Computed { get; }

    /// <summary>Whether it is written with <c>?.</c>.</summary>
    public bool Optional { get; }

    /// <inheritdoc/>
    public override string Type => "MemberExpression";

    internal override int ChildCount => 2;

    internal override Node? ChildAt(int index) => index switch
    {
        0 => Object,
        _ => Property,
    };

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitMemberExpression(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("object", Object);
        writer.Field("property", Property);
        writer.Field("computed", Computed);
        writer.Field("optional", Optional);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="MemberExpression"/>.</summary>
    public virtual void VisitMemberExpression(MemberExpression node) => VisitChildren(node);
}
