namespace Ahoy.JavaScript.Syntax;

/// <summary>One name of <c>import { a as b } from "m"</c>.</summary>
public sealed class ImportSpecifier : Node
{
    internal ImportSpecifier(int start, int end, Node imported, Identifier local)
        : base(start, end)
    {
        Imported = imported;
        Local = local;
    }

    /// <summary>
    /// The name the module exports: an <see cref="Identifier"/> or a <see cref="StringLiteral"/>. Without <c>as</c> it is the
    /// very node that is also <see cref="Local"/>.
    /// </summary>
    public Node Imported { get; }

    /// <summary>The binding.</summary>
    public Identifier Local { get; }

    /// <inheritdoc/>
    public override string Type => "ImportSpecifier";

    internal override int ChildCount => 2;

    internal override Node? ChildAt(int index) => index != 0 ? Local : ReferenceEquals(Imported, Local) ? null : Imported;

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitImportSpecifier(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("imported", Imported);
        writer.Field("local", Local);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits an <see cref="ImportSpecifier"/>.</summary>
    public virtual void VisitImportSpecifier(ImportSpecifier node) => VisitChildren(node);
}
