namespace Ahoy.JavaScript.Syntax;

/// <summary><c>switch (discriminant) { cases }</c>.</summary>
public sealed class SwitchStatement : Statement
{
    internal SwitchStatement(int start, int end, Expression discriminant, NodeList<SwitchCase> cases)
        : base(start, end)
    {
        Discriminant = discriminant;
        Cases = cases;
    }

    /// <summary>The value that is compared.</summary>
    public Expression Discriminant { get; }

    /// <summary>The cases.</summary>
    public NodeList<SwitchCase> Cases { get; }

    /// <inheritdoc/>
    public override string Type => "SwitchStatement";

    internal override int ChildCount => 1 + Cases.Count;

    internal override Node? ChildAt(int index)
    {
        if (index == 0)
        {
            return Discriminant;
        }

        return Cases[index - 1];
    }

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitSwitchStatement(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("discriminant", Discriminant);
        writer.Field("cases", Cases);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="SwitchStatement"/>.</summary>
    public virtual void VisitSwitchStatement(SwitchStatement node) => VisitChildren(node);
}
