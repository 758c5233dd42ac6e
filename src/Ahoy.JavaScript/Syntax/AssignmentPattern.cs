namespace Ahoy.JavaScript.Syntax;

/// <summary>A pattern with a default: <c>a = 1</c> in a parameter or a destructuring pattern.</summary>
public sealed class AssignmentPattern : Node
{
    internal AssignmentPattern(int start, int end, Node left, Expression right)
        : base(start, end)
    {
        Left = left;
        Right = right;
    }

    /// <summary>The pattern.</summary>
    public Node Left { get; }

    /// <summary>The default.</summary>
    public Expression Right { get; }

    /// <inheritdoc/>
    public override string Type => "AssignmentPattern";

    internal override int ChildCount => 2;

    internal override Node? ChildAt(int index) => index switch
    {
        0 => Left,
        _ => Right,
    };

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitAssignmentPattern(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("left", Left);
        writer.Field("right", Right);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits an <see cref="AssignmentPattern"/>.</summary>
    public virtual void VisitAssignmentPattern(AssignmentPattern node) => VisitChildren(node);
}
