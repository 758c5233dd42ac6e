namespace Ahoy.JavaScript.Syntax;

/// <summary><c>new a(b)</c>.</summary>
public sealed class NewExpression : Expression
{
    internal NewExpression(int start, int end, Expression callee, NodeList<Expression> arguments)
        : base(start, end)
    {
        Callee = callee;
        Arguments = arguments;
    }

    /// <summary>The constructor.</summary>
    public Expression Callee { get; }

    /// <summary>The arguments; one may be a <see cref="SpreadElement"/>.</summary>
    public NodeList<Expression> Arguments { get; }

    /// <inheritdoc/>
    public override string Type => "NewExpression";

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
    public override void Accept(NodeVisitor visitor) => visitor.VisitNewExpression(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("callee", Callee);
        writer.Field("arguments", Arguments);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="NewExpression"/>.</summary>
    public virtual void VisitNewExpression(NewExpression node) => VisitChildren(node);
}
