namespace Ahoy.JavaScript.Syntax;

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed class BooleanLiteral : Literal
{
    internal BooleanLiteral(int start, int end, bool value)
        : base(start, end) => Value = value;

    /// <summary>The value.</summary>
    public bool Value { get; }

    /// <inheritdoc/>
    public override string Raw => Value ? "true" : "false";

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitBooleanLiteral(this);

    private protected override void WriteValue(EstreeWriter writer) => writer.Field("value", Value);
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="BooleanLiteral"/>.</summary>
    public virtual void VisitBooleanLiteral(BooleanLiteral node) => VisitChildren(node);
}
