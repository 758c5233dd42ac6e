namespace Ahoy.JavaScript.Syntax;

/// <summary>An arrow function.</summary>
public sealed class ArrowFunctionExpression : Expression, IFunction
{
    internal ArrowFunctionExpression(int start, int end, NodeList<Node> @params, Node body, bool async)
        : base(start, end)
    {
        Params = @params;
        Body = body;
        Async = async;
    }

    /// <summary>The parameters' patterns.</summary>
    public NodeList<Node> Params { get; }

    /// <summary>A <see cref="BlockStatement"/>, or the expression that is returned.</summary>
    public Node Body { get; }

    /// <summary>Whether it is <c>async</c>.</summary>
    public bool Async { get; }

    Identifier? IFunction.Id => null;

    bool IFunction.Generator => false;

    /// <inheritdoc/>
    public override string Type => "ArrowFunctionExpression";

    internal override int ChildCount => 1 + Params.Count;

    internal override Node? ChildAt(int index)
    {
        if (index < Params.Count)
        {
            return Params[index];
        }

        return Body;
    }

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitArrowFunctionExpression(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Null("id");
        writer.Field("expression", Body is not BlockStatement);
        writer.Field("generator", false);
        writer.Field("params", Params);
        writer.Field("body", Body);
        writer.Field("async", Async);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits an <see cref="ArrowFunctionExpression"/>.</summary>
    public virtual void VisitArrowFunctionExpression(ArrowFunctionExpression node) => VisitChildren(node);
}
