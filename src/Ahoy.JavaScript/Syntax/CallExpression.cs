namespace Ahoy.JavaScript.Syntax;

/// <summary>A call: <c>a(b)</c>, <c>a?.(b)</c>.</summary>
public sealed class CallExpression : Expression
{
    internal CallExpression(int start, int end, Expression callee, NodeList<Expression> arguments, bool optional)
        : base(start, end)
    {
        Callee = callee;
        Arguments = arguments;
        Optional = optional;
    }

    /// <summary>What is called: an expression or <see cref="Super"/>.</summary>
    public Expression Callee { get; }

    /// <summary>The arguments; one may be a <see cref="SpreadElement"/>.</summary>
    public NodeList<Expression> Arguments { get; }

    /// <summary>Whether it is written with <c>?.</c>.</summary>
    public bool Optional { get; }

    /// <inheritdoc/>
    public override string Type => "CallExpression";

    internal override int ChildCount => 1 + Arguments.Count;

    internal override Node? ChildAt(int index)
    {
        if (index == 0)
        {
            return Callee;
        }

        return Arguments[index - 1];
    }

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitCallExpression(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("callee", Callee);
        writer.Field("arguments", Arguments);
        writer.Field("optional", Optional);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="CallExpression"/>.</summary>
    public virtual void VisitCallExpression(CallExpression node) => VisitChildren(node);
}
