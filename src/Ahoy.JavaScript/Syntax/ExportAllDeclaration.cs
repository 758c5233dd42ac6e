namespace Ahoy.JavaScript.Syntax;

/// <summary><c>export * from "m"</c>, <c>export * as a from "m"</c>.</summary>
public sealed class ExportAllDeclaration : Statement
{
    internal ExportAllDeclaration(int start, int end, Node? exported, Expression source, NodeList<ImportAttribute> attributes)
        : base(start, end)
    {
        Exported = exported;
        Source = source;
        Attributes = attributes;
    }

    /// <summary>The name it is exported as: an <see cref="Identifier"/> or a <see cref="StringLiteral"/>.</summary>
    public Node? Exported { get; }

    /// <summary>The module.</summary>
    public Expression Source { get; }

    /// <summary>What follows <c>with</c>.</summary>
    public NodeList<ImportAttribute> Attributes { get; }

    /// <inheritdoc/>
    public override string Type => "ExportAllDeclaration";

    internal override int ChildCount => 2 + Attributes.Count;

    internal override Node? ChildAt(int index)
    {
        if (index == 0)
        {
            return Exported;
        }

        if (index == 1)
        {
            return Source;
        }

        return Attributes[index - 2];
    }

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitExportAllDeclaration(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("exported", Exported);
        writer.Field("source", Source);
        writer.Field("attributes", Attributes);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits an <see cref="ExportAllDeclaration"/>.</summary>
    public virtual void VisitExportAllDeclaration(ExportAllDeclaration node) => VisitChildren(node);
}
