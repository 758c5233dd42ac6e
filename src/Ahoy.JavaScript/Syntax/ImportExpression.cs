namespace Ahoy.JavaScript.Syntax;

/// <summary>A dynamic import: <c>import(source, options)</c>.</summary>
public sealed class ImportExpression : Expression
{
    internal ImportExpression(int start, int end, Expression source, Expression? options)
        : base(start, end)
    {
        Source = source;
        Options = options;
    }

    /// <summary>The module's specifier.</summary>
    public Expression Source { get; }

    /// <summary>The second argument, if there is one.</summary>
    public Expression? Options { get; }

    /// <inheritdoc/>
    public override string Type => "ImportExpression";

    internal override int ChildCount => 2;

    internal override Node? ChildAt(int index) => index switch
    {
        0 => Source,
        _ => Options,
    };

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitImportExpression(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("source", Source);
        writer.Field("options", Options);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits an <see cref="ImportExpression"/>.</summary>
    public virtual void VisitImportExpression(ImportExpression node) => VisitChildren(node);
}
