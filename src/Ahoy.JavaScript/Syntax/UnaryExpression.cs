namespace Ahoy.JavaScript.Syntax;

/// <summary>A prefix operation: <c>!a</c>, <c>typeof a</c>, <c>delete a.b</c>.</summary>
public sealed class UnaryExpression : Expression
{
    internal UnaryExpression(int start, int end, string @operator, Expression argument)
        : base(start, end)
    {
        Operator = @operator;
        Argument = argument;
    }

    /// <summary>The operator, as written.</summary>
    public string Operator { get; }

    /// <summary>The operand.</summary>
    public Expression Argument { get; }

    /// <inheritdoc/>
    public override string Type => "UnaryExpression";

    internal override int ChildCount => 1;

    internal override Node? ChildAt(int index) => Argument;

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitUnaryExpression(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("prefix", true);
        writer.Field("operator", Operator);
        writer.Field("argument", Argument);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="UnaryExpression"/>.</summary>
    public virtual void VisitUnaryExpression(UnaryExpression node) => VisitChildren(node);
}
