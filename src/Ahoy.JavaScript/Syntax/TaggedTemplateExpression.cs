namespace Ahoy.JavaScript.Syntax;

/// <summary><c>tag`text`</c>.</summary>
public sealed class TaggedTemplateExpression : Expression
{
    internal TaggedTemplateExpression(int start, int end, Expression tag, TemplateLiteral quasi)
        : base(start, end)
    {
        Tag = tag;
        Quasi = quasi;
    }

    /// <summary>The function.</summary>
    public Expression Tag { get; }

    /// <summary>The template.</summary>
    public TemplateLiteral Quasi { get; }

    /// <inheritdoc/>
    public override string Type => "TaggedTemplateExpression";

    internal override int ChildCount => 2;

    internal override Node? ChildAt(int index) => index switch
    {
        0 => Tag,
        _ => Quasi,
    };

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitTaggedTemplateExpression(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("tag", Tag);
        writer.Field("quasi", Quasi);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="TaggedTemplateExpression"/>.</summary>
    public virtual void VisitTaggedTemplateExpression(TaggedTemplateExpression node) => VisitChildren(node);
}
