namespace Ahoy.JavaScript.Syntax;

/// <summary><c>label: body</c>.</summary>
public sealed class LabeledStatement : Statement
{
    internal LabeledStatement(int start, int end, Identifier label, Statement body)
        : base(start, end)
    {
        Label = label;
        Body = body;
    }

    /// <summary>The label.</summary>
    public Identifier Label { get; }

    /// <summary>The statement that is labelled.</summary>
    public Statement Body { get; }

    /// <inheritdoc/>
    public override string Type => "LabeledStatement";

    internal override int ChildCount => 2;

    internal override Node? ChildAt(int index) => index switch
    {
        0 => Label,
        _ => Body,
    };

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitLabeledStatement(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("label", Label);
        writer.Field("body", Body);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="LabeledStatement"/>.</summary>
    public virtual void VisitLabeledStatement(LabeledStatement node) => VisitChildren(node);
}
