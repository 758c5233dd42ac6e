namespace Ahoy.JavaScript.Syntax;

/// <summary><c>a ? b : c</c>.</summary>
public sealed class ConditionalExpression : Expression
{
    internal ConditionalExpression(int start, int end, Expression test, Expression consequent, Expression alternate)
        : base(start, end)
    {
        Test = test;
        Consequent = consequent;
        Alternate = alternate;
    }

    /// <summary>The condition.</summary>
    public Expression Test { get; }

    /// <summary>The value where the condition holds.</summary>
    public Expression Consequent { get; }

    /// <summary>The value where it does not.</summary>
    public Expression Alternate { get; }

    /// <inheritdoc/>
    public override string Type => "ConditionalExpression";

    internal override int ChildCount => 3;

    internal override Node? ChildAt(int index) => index switch
    {
        0 => Test,
        1 => Consequent,
        _ => Alternate,
    };

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitConditionalExpression(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("test", Test);
        writer.Field("consequent", Consequent);
        writer.Field("alternate", Alternate);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="ConditionalExpression"/>.</summary>
    public virtual void VisitConditionalExpression(ConditionalExpression node) => VisitChildren(node);
}
