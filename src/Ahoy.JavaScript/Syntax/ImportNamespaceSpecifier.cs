namespace Ahoy.JavaScript.Syntax;

/// <summary>The <c>* as a</c> of <c>import * as a from "m"</c>.</summary>
public sealed class ImportNamespaceSpecifier : Node
{
    internal ImportNamespaceSpecifier(int start, int end, Identifier local)
        : base(start, end)
    {
        Local = local;
    }

    /// <summary>The binding.</summary>
    public Identifier Local { get; }

    /// <inheritdoc/>
    public override string Type => "ImportNamespaceSpecifier";

    internal override int ChildCount => 1;

    internal override Node? ChildAt(int index) => Local;

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitImportNamespaceSpecifier(this);

    internal override void WriteFields(EstreeWriter writer) => writer.Field("local", Local);
}

public partial class NodeVisitor
{
    /// <summary>Visits an <see cref="ImportNamespaceSpecifier"/>.</summary>
    public virtual void VisitImportNamespaceSpecifier(ImportNamespaceSpecifier node) => VisitChildren(node);
}
