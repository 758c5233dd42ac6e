namespace Ahoy.JavaScript.Syntax;

/// <summary>A function declaration.</summary>
public sealed class FunctionDeclaration : Statement, IFunction
{
    internal FunctionDeclaration(int start, int end, Identifier? id, NodeList<Node> @params, BlockStatement body, bool async, bool generator)
        : base(start, end)
    {
        Id = id;
        Params = @params;
        Body = body;
        Async = async;
        Generator = generator;
    }

    /// <summary>The name; it is absent only in <c>export default function</c>.</summary>
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
    public override string Type => "FunctionDeclaration";

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
    public override void Accept(NodeVisitor visitor) => visitor.VisitFunctionDeclaration(this);

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
    /// <summary>Visits a <see cref="FunctionDeclaration"/>.</summary>
    public virtual void VisitFunctionDeclaration(FunctionDeclaration node) => VisitChildren(node);
}
