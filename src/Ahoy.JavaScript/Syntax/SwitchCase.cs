namespace Ahoy.JavaScript.Syntax;

/// <summary>A <c>case</c> or the <c>default</c> of a switch.</summary>
public sealed class SwitchCase : Node
{
    internal SwitchCase(int start, int end, Expression? test, NodeList<Statement> consequent)
        : base(start, end)
    {
        Test = test;
        Consequent = consequent;
    }

    /// <summary>The value; <see langword="null"/> for <c>default</c>.</summary>
    public Expression? Test { get; }

    /// <summary>The statements.</summary>
    public NodeList<Statement> Consequent { get; }

    /// <inheritdoc/>
    public override string Type => "SwitchCase";

    internal override int ChildCount => 1 + Consequent.Count;

    internal override Node? ChildAt(int index)
    {
        if (index == 0)
        {
            return Test;
        }

        return Consequent[index - 1];
    }

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitSwitchCase(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("test", Test);
        writer.Field("consequent", Consequent);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="SwitchCase"/>.</summary>
    public virtual void VisitSwitchCase(SwitchCase node) => VisitChildren(node);
}
