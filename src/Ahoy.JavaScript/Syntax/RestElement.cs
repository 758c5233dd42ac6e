namespace Ahoy.JavaScript.Syntax;

/// <summary>What takes the rest: <c>...a</c> in a pattern or in parameters.</summary>
public sealed class RestElement : Node
{
    internal RestElement(int start, int end, Node argument)
        : base(start, end)
    {
        Argument = argument;
    }

    /// <summary>The pattern.</summary>
    public Node Argument { get; }

    /// <inheritdoc/>
    public override string Type => "RestElement";

    internal override int ChildCount => 1;

    internal override Node? ChildAt(int index) => Argument;

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitRestElement(this);

    internal override void WriteFields(EstreeWriter writer) => writer.Field("argument", Argument);
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="RestElement"/>.</summary>
    public virtual void VisitRestElement(RestElement node) => VisitChildren(node);
}
