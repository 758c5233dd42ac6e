namespace Ahoy.JavaScript.Syntax;

/// <summary>A template: <c>`text ${expression} text`</c>.</summary>
public sealed class TemplateLiteral : Expression
{
    internal TemplateLiteral(int start, int end, NodeList<TemplateElement> quasis, NodeList<Expression> expressions)
        : base(start, end)
    {
        Quasis = quasis;
        Expressions = expressions;
    }

    /// <summary>The texts; there is one more than there are expressions.</summary>
    public NodeList<TemplateElement> Quasis { get; }

    /// <summary>The substitutions.</summary>
    public NodeList<Expression> Expressions { get; }

    /// <inheritdoc/>
    public override string Type => "TemplateLiteral";

    internal override int ChildCount => Quasis.Count + Expressions.Count;

    internal override Node? ChildAt(int index) => index % 2 == 0 ? Quasis[index / 2] : Expressions[index / 2];

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitTemplateLiteral(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("quasis", Quasis);
        writer.Field("expressions", Expressions);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="TemplateLiteral"/>.</summary>
    public virtual void VisitTemplateLiteral(TemplateLiteral node) => VisitChildren(node);
}
