namespace Ahoy.JavaScript.Syntax;

/// <summary><c>export const a = 1</c>, <c>export { a } from "m"</c>.</summary>
public sealed class ExportNamedDeclaration : Statement
{
    internal ExportNamedDeclaration(
        int start,
        int end,
        Statement? declaration,
        NodeList<ExportSpecifier> specifiers,
        Expression? source,
        NodeList<ImportAttribute> attributes)
        : base(start, end)
    {
        Declaration = declaration;
        Specifiers = specifiers;
        Source = source;
        Attributes = attributes;
    }

    /// <summary>The declaration, where one is exported.</summary>
    public Statement? Declaration { get; }

    /// <summary>The names in braces.</summary>
    public NodeList<ExportSpecifier> Specifiers { get; }

    /// <summary>The module, where one is named.</summary>
    public Expression? Source { get; }

    /// <summary>What follows <c>with</c>.</summary>
    public NodeList<ImportAttribute> Attributes { get; }

    /// <inheritdoc/>
    public override string Type => "ExportNamedDeclaration";

    internal override int ChildCount => 2 + Specifiers.Count + Attributes.Count;

    internal override Node? ChildAt(int index)
    {
        if (index == 0)
        {
            return Declaration;
        }

        index -= 1;
        if (index < Specifiers.Count)
        {
            return Specifiers[index];
        }

        index -= Specifiers.Count;
        if (index == 0)
        {
            return Source;
        }

        return Attributes[index - 1];
    }

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitExportNamedDeclaration(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("declaration", Declaration);
        writer.Field("specifiers", Specifiers);
        writer.Field("source", Source);
        writer.Field("attributes", Attributes);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits an <see cref="ExportNamedDeclaration"/>.</summary>
    public virtual void VisitExportNamedDeclaration(ExportNamedDeclaration node) => VisitChildren(node);
}
