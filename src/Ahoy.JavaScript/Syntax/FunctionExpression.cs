namespace Ahoy.JavaScript.Syntax;

/// <summary>A function as an expression, and the function of a method.</summary>
public sealed class FunctionExpression : Expression, IFunction
{
    internal FunctionExpression(int start, int end, Identifier? id, NodeList<Node> @params, BlockStatement body, bool async, bool generator)
        : base(start, end)
    {
        Id = id;
        Params = @params;
        Body = body;
        Async = async;
        Generator = generator;
    }

    /// <summary>The name, if it has one.</summary>
    public Identifier? Id { get; }

    /// <summary>The parameters' patterns.</summary>
    public NodeList<Node> Params { get; }

    /// <summary>The body.</summary>
    public BlockStatement Body { get; }

    /// <summary>Whether it is <c>async</c>.</summary>
    public bool Async { get; }

    /// <summary>Whether it is a generator.</summary>
    public bool Generator { get; }

    Node IFunction.Body => Body;

    /// <inheritdoc/>
    public override string Type => "FunctionExpression";

    internal override int ChildCount => 2 + Params.Count;

    internal override Node? ChildAt(int index)
    {
        if (index == 0)
        {
            return Id;
        }

        index -= 1;
        if (index < Params.Count)
        {
            return Params[index];
        }

        return Body;
    }

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitFunctionExpression(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("expression", false);
        writer.Field("id", Id);
        writer.Field("params", Params);
        writer.Field("body", Body);
        writer.Field("async", Async);
        writer.Field("generator", Generator);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="FunctionExpression"/>.</summary>
    public virtual void VisitFunctionExpression(FunctionExpression node) => VisitChildren(node);
}
