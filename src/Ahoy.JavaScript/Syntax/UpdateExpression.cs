namespace Ahoy.JavaScript.Syntax;

/// <summary><c>++a</c>, <c>a--</c>.</summary>
public sealed class UpdateExpression : Expression
{
    internal UpdateExpression(int start, int end, string @operator, Expression argument, bool prefix)
        : base(start, end)
    {
        Operator = @operator;
        Argument = argument;
        Prefix = prefix;
    }

    /// <summary><c>++</c> or <c>--</c>.</summary>
    public string Operator { get; }

    /// <summary>The operand.</summary>
    public Expression Argument { get; }

    /// <summary>Whether the operator stands before the operand.</summary>
    public bool Prefix { get; }

    /// <inheritdoc/>
    public override string Type => "UpdateExpression";

    internal override int ChildCount => 1;

    internal override Node? ChildAt(int index) => Argument;

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitUpdateExpression(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("operator", Operator);
        writer.Field("argument", Argument);
        writer.Field("prefix", Prefix);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits an <see cref="UpdateExpression"/>.</summary>
    public virtual void VisitUpdateExpression(UpdateExpression node) => VisitChildren(node);
}
