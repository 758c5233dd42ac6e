namespace Ahoy.JavaScript.Syntax;

/// <summary><c>yield a</c>, <c>yield* a</c>.</summary>
public sealed class YieldExpression : Expression
{
    internal YieldExpression(int start, int end, Expression? argument, bool @delegate)
        : base(start, end)
    {
        Argument = argument;
        Delegate = @delegate;
    }

    /// <summary>The value, if there is one.</summary>
    public Expression? Argument { get; }

    /// <summary>Whether it is <c>yield*</c>.</summary>
    public bool Delegate { get; }

    /// <inheritdoc/>
    public override string Type => "YieldExpression";

    internal override int ChildCount => 1;

    internal override Node? ChildAt(int index) => Argument;

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitYieldExpression(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("argument", Argument);
        writer.Field("delegate", Delegate);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="YieldExpression"/>.</summary>
    public virtual void VisitYieldExpression(YieldExpression node) => VisitChildren(node);
}
