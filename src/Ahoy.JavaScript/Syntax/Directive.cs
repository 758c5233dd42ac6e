namespace Ahoy.JavaScript.Syntax;

/// <summary>
/// A directive, such as <c>"use strict"</c>: a string as a statement at the start of a file or a function. In ESTree it is an
/// <c>ExpressionStatement</c> with a field <c>directive</c>.
/// </summary>
public sealed class Directive : Statement
{
    internal Directive(int start, int end, StringLiteral expression)
        : base(start, end) => Expression = expression;

    /// <summary>The string.</summary>
    public StringLiteral Expression { get; }

    /// <summary>The string as written, without its quotes.</summary>
    public string Text
    {
        get
        {
            var raw = Expression.Raw;
            return raw.Substring(1, Math.Max(0, raw.Length - 2));
        }
    }

    /// <inheritdoc/>
    public override string Type => "ExpressionStatement";

    internal override int ChildCount => 1;

    internal override Node? ChildAt(int index) => Expression;

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitDirective(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("expression", Expression);
        writer.Field("directive", Text);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="Directive"/>.</summary>
    public virtual void VisitDirective(Directive node) => VisitChildren(node);
}
