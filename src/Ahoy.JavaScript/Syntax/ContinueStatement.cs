namespace Ahoy.JavaScript.Syntax;

/// <summary><c>continue;</c> or <c>continue label;</c>.</summary>
public sealed class ContinueStatement : Statement
{
    internal ContinueStatement(int start, int end, Identifier? label)
        : base(start, end)
    {
        Label = label;
    }

    /// <summary>The label, if one is named.</summary>
    public Identifier? Label { get; }

    /// <inheritdoc/>
    public override string Type => "ContinueStatement";

    internal override int ChildCount => 1;

    internal override Node? ChildAt(int index) => Label;

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitContinueStatement(this);

    internal override void WriteFields(EstreeWriter writer) => writer.Field("label", Label);
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="ContinueStatement"/>.</summary>
    public virtual void VisitContinueStatement(ContinueStatement node) => VisitChildren(node);
}
