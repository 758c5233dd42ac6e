namespace Ahoy.JavaScript.Syntax;

/// <summary><c>var</c>, <c>let</c> or <c>const</c> and its declarators.</summary>
public sealed class VariableDeclaration : Statement
{
    internal VariableDeclaration(int start, int end, NodeList<VariableDeclarator> declarations, VariableDeclarationKind kind)
        : base(start, end)
    {
        Declarations = declarations;
        Kind = kind;
    }

    /// <summary>The declarators.</summary>
    public NodeList<VariableDeclarator> Declarations { get; }

    /// <summary>The keyword.</summary>
    public VariableDeclarationKind Kind { get; }

    /// <inheritdoc/>
    public override string Type => "VariableDeclaration";

    internal override int ChildCount => Declarations.Count;

    internal override Node? ChildAt(int index) => Declarations[index];

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitVariableDeclaration(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("declarations", Declarations);
        writer.Field("kind", Kind.ToEstree());
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="VariableDeclaration"/>.</summary>
    public virtual void VisitVariableDeclaration(VariableDeclaration node) => VisitChildren(node);
}
