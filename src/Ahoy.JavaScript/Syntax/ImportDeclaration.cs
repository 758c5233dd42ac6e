namespace Ahoy.JavaScript.Syntax;

/// <summary><c>import a, { b } from "m"</c>.</summary>
public sealed class ImportDeclaration : Statement
{
    internal ImportDeclaration(int start, int end, NodeList<Node> specifiers, Expression source, NodeList<ImportAttribute> attributes)
        : base(start, end)
    {
        Specifiers = specifiers;
        Source = source;
        Attributes = attributes;
    }

    /// <summary>
    /// The bindings: <see cref="ImportSpecifier"/>, <see cref="ImportDefaultSpecifier"/> and
    /// <see cref="ImportNamespaceSpecifier"/>.
    /// </summary>
    public NodeList<Node> Specifiers { get; }

    /// <summary>The module.</summary>
    public Expression Source { get; }

    /// <summary>What follows <c>with</c>.</summary>
    public NodeList<ImportAttribute> Attributes { get; }

    /// <inheritdoc/>
    public override string Type => "ImportDeclaration";

    internal override int ChildCount => 1 + Specifiers.Count + Attributes.Count;

    internal override Node? ChildAt(int index)
    {
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
    public override void Accept(NodeVisitor visitor) => visitor.VisitImportDeclaration(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("specifiers", Specifiers);
        writer.Field("source", Source);
        writer.Field("attributes", Attributes);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits an <see cref="ImportDeclaration"/>.</summary>
    public virtual void VisitImportDeclaration(ImportDeclaration node) => VisitChildren(node);
}
