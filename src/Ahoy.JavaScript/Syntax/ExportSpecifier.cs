namespace Ahoy.JavaScript.Syntax;

/// <summary>One name of <c>export { a as b }</c>.</summary>
public sealed class ExportSpecifier : Node
{
    internal ExportSpecifier(int start, int end, Node local, Node exported)
        : base(start, end)
    {
        Local = local;
        Exported = exported;
    }

    /// <summary>The binding, or the other module's name: an <see cref="Identifier"/> or a <see cref="StringLiteral"/>.</summary>
    public Node Local { get; }

    /// <summary>
    /// The name it is exported as: an <see cref="Identifier"/> or a <see cref="StringLiteral"/>. Without <c>as</c> it is the
    /// very node that is also <see cref="Local"/>.
    /// </summary>
    public Node Exported { get; }

    /// <inheritdoc/>
    public override string Type => "ExportSpecifier";

    internal override int ChildCount => 2;

    internal override Node? ChildAt(int index) => index == 0 ? Local : ReferenceEquals(Exported, Local) ? null : Exported;

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitExportSpecifier(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("local", Local);
        writer.Field("exported", Exported);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits an <see cref="ExportSpecifier"/>.</summary>
    public virtual void VisitExportSpecifier(ExportSpecifier node) => VisitChildren(node);
}
