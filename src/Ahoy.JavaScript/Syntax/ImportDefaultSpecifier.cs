namespace Ahoy.JavaScript.Syntax;

/// <summary>The <c>a</c> of <c>import a from "m"</c>.</summary>
public sealed class ImportDefaultSpecifier : Node
{
    internal ImportDefaultSpecifier(int start, int end, Identifier local)
        : base(start, end)
    {
        Local = local;
    }

    /// <summary>The binding.</summary>
    public Identifier Local { get; }

    /// <inheritdoc/>
    public override string Type => "ImportDefaultSpecifier";

    internal override int ChildCount => 1;

    internal override Node? ChildAt(int index) => Local;

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitImportDefaultSpecifier(this);

    internal override void WriteFields(EstreeWriter writer) => writer.Field("local", Local);
}

public partial class NodeVisitor
{
    /// <summary>Visits an <see cref="ImportDefaultSpecifier"/>.</summary>
    public virtual void VisitImportDefaultSpecifier(ImportDefaultSpecifier node) => VisitChildren(node);
}
