namespace Ahoy.JavaScript.Syntax;

/// <summary><c>for (left in right) body</c>.</summary>
public sealed class ForInStatement : Statement
{
    internal ForInStatement(int start, int end, Node left, Expression right, Statement body)
        : base(start, end)
    {
        Left = left;
        Right = right;
        Body = body;
    }

    /// <summary>A <see cref="VariableDeclaration"/> or a pattern.</summary>
    public Node Left { get; }

    /// <summary>The object.</summary>
    public Expression Right { get; }

    /// <summary>The body.</summary>
    public Statement Body { get; }

    /// <inheritdoc/>
    public override string Type => "ForInStatement";

    internal override int ChildCount => 3;

    internal override Node? ChildAt(int index) => index switch
    {
        0 => Left,
        1 => Right,
        _ => Body,
    };

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitForInStatement(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("left", Left);
        writer.Field("right", Right);
        writer.Field("body", Body);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="ForInStatement"/>.</summary>
    public virtual void VisitForInStatement(ForInStatement node) => VisitChildren(node);
}
