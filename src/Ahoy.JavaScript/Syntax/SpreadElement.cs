namespace Ahoy.JavaScript.Syntax;

/// <summary><c>...a</c> in a call, an array or an object.</summary>
public sealed class SpreadElement : Expression
{
    internal SpreadElement(int start, int end, Expression argument)
        : base(start, end)
    {
        Argument = argument;
    }

    /// <summary>What is spread.</summary>
    public Expression Argument { get; }

    /// <inheritdoc/>
    public override string Type => "SpreadElement";

    internal override int ChildCount => 1;

    internal override Node? ChildAt(int index) => Argument;

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitSpreadElement(this);

    internal override void WriteFields(EstreeWriter writer) => writer.Field("argument", Argument);
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="SpreadElement"/>.</summary>
    public virtual void VisitSpreadElement(SpreadElement node) => VisitChildren(node);
}
