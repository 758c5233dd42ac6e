namespace Ahoy.JavaScript.Syntax;

/// <summary><c>for (left of right) body</c>, <c>for await (left of right) body</c>.</summary>
public sealed class ForOfStatement : Statement
{
    internal ForOfStatement(int start, int end, Node left, Expression right, Statement body, bool @await)
        : base(start, end)
    {
        Left = left;
        Right = right;
        Body = body;
        Await = @await;
    }

    /// <summary>A <see cref="VariableDeclaration"/> or a pattern.</summary>
    public Node Left { get; }

    /// <summary>The iterable.</summary>
    public Expression Right { get; }

    /// <summary>The body.</summary>
    public Statement Body { get; }

    /// <summary>Whether it is <c>for await</c>.</summary>
    public bool Await { get; }

    /// <inheritdoc/>
    public override string Type => "ForOfStatement";

    internal override int ChildCount => 3;

    internal override Node? ChildAt(int index) => index switch
    {
        0 => Left,
        1 => Right,
        _ => Body,
    };

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitForOfStatement(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("left", Left);
        writer.Field("right", Right);
        writer.Field("body", Body);
        writer.Field("await", Await);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="ForOfStatement"/>.</summary>
    public virtual void VisitForOfStatement(ForOfStatement node) => VisitChildren(node);
}
