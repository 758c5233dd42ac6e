namespace Ahoy.JavaScript.Syntax;

/// <summary>A method, accessor or constructor of a class.</summary>
public sealed class MethodDefinition : Node
{
    internal MethodDefinition(int start, int end, Node key, FunctionExpression value, MethodKind kind, bool computed, bool @static)
        : base(start, end)
    {
        Key = key;
        Value = value;
        Kind = kind;
        Computed = computed;
        Static = @static;
    }

    /// <summary>
    /// The name: an <see cref="Identifier"/>, a <see cref="PrivateIdentifier"/>, a literal, or, where
    /// <see cref="Computed"/>, an expression.
    /// </summary>
    public Node Key { get; }

    /// <summary>The function; it starts at the parenthesis.</summary>
    public FunctionExpression Value { get; }

    /// <summary>What it is.</summary>
    public MethodKind Kind { get; }

    /// <summary>Whether the name is written in brackets.</summary>
    public bool Computed { get; }

    /// <summary>Whether it is <c>static</c>.</summary>
    public bool Static { get; }

    /// <inheritdoc/>
    public override string Type => "MethodDefinition";

    internal override int ChildCount => 2;

    internal override Node? ChildAt(int index) => index switch
    {
        0 => Key,
        _ => Value,
    };

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitMethodDefinition(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("key", Key);
        writer.Field("value", Value);
        writer.Field("kind", Kind.ToEstree());
        writer.Field("computed", Computed);
        writer.Field("static", Static);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="MethodDefinition"/>.</summary>
    public virtual void VisitMethodDefinition(MethodDefinition node) => VisitChildren(node);
}
