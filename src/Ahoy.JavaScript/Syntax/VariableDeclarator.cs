namespace Ahoy.JavaScript.Syntax;

/// <summary>One variable of a declaration: <c>a = 1</c>.</summary>
public sealed class VariableDeclarator : Node
{
    internal VariableDeclarator(int start, int end, Node id, Expression? init)
        : base(start, end)
    {
        Id = id;
        Init = init;
    }

    /// <summary>The pattern.</summary>
    public Node Id { get; }

    /// <summary>The value, if there is one.</summary>
    public Expression? Init { get; }

    /// <inheritdoc/>
    public override string Type => "VariableDeclarator";

    internal override int ChildCount => 2;

    internal override Node? ChildAt(int index) => index switch
    {
        0 => Id,
        _ => Init,
    };

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitVariableDeclarator(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("id", Id);
        writer.Field("init", Init);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="VariableDeclarator"/>.</summary>
    public virtual void VisitVariableDeclarator(VariableDeclarator node) => VisitChildren(node);
}
