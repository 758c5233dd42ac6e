namespace Ahoy.JavaScript.Syntax;

/// <summary><c>export default a</c>.</summary>
public sealed class ExportDefaultDeclaration : Statement
{
    internal ExportDefaultDeclaration(int start, int end, Node declaration)
        : base(start, end)
    {
        Declaration = declaration;
    }

    /// <summary>A function or class declaration (whose name may be absent), or an expression.</summary>
    public Node Declaration { get; }

    /// <inheritdoc/>
    public override string Type => "ExportDefaultDeclaration";

    internal override int ChildCount => 1;

    internal override Node? ChildAt(int index) => Declaration;

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitExportDefaultDeclaration(this);

    internal override void WriteFields(EstreeWriter writer) => writer.Field("declaration", Declaration);
}

public partial class NodeVisitor
{
    /// <summary>Visits an <see cref="ExportDefaultDeclaration"/>.</summary>
    public virtual void VisitExportDefaultDeclaration(ExportDefaultDeclaration node) => VisitChildren(node);
}
