namespace Ahoy.JavaScript.Syntax;

/// <summary><c>if (test) consequent else alternate</c>.</summary>
public sealed class IfStatement : Statement
{
    internal IfStatement(int start, int end, Expression test, Statement consequent, Statement? alternate)
        : base(start, end)
    {
        Test = test;
        Consequent = consequent;
        Alternate = alternate;
    }

    /// <summary>The condition.</summary>
    public Expression Test { get; }

    /// <summary>What runs where it holds.</summary>
    public Statement Consequent { get; }

    /// <summary>What runs where it does not.</summary>
    public Statement? Alternate { get; }

    /// <inheritdoc/>
    public override string Type => "IfStatement";

    internal override int ChildCount => 3;

    internal override Node? ChildAt(int index) => index switch
    {
        0 => Test,
        1 => Consequent,
        _ => Alternate,
    };

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitIfStatement(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("test", Test);
        writer.Field("consequent", Consequent);
        writer.Field("alternate", Alternate);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits an <see cref="IfStatement"/>.</summary>
    public virtual void VisitIfStatement(IfStatement node) => VisitChildren(node);
}
