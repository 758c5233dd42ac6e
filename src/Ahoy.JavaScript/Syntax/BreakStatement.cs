namespace Ahoy.JavaScript.Syntax;

/// <summary><c>break;</c> or <c>break label;</c>.</summary>
public sealed class BreakStatement : Statement
{
    internal BreakStatement(int start, int end, Identifier? label)
        : base(start, end)
    {
        Label = label;
    }

    /// <summary>The label, if one is named.</summary>
    public Identifier? Label { get; }

    /// <inheritdoc/>
    public override string Type => "BreakStatement";

    internal override int ChildCount => 1;

    internal override Node? ChildAt(int index) => Label;

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitBreakStatement(this);

    internal override void WriteFields(EstreeWriter writer) => writer.Field("label", Label);
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="BreakStatement"/>.</summary>
    public virtual void VisitBreakStatement(BreakStatement node) => VisitChildren(node);
}
