namespace Ahoy.JavaScript.Syntax;

/// <summary><c>return;</c> or <c>return a;</c>.</summary>
public sealed class ReturnStatement : Statement
{
    internal ReturnStatement(int start, int end, Expression? argument)
        : base(start, end)
    {
        Argument = argument;
    }

    /// <summary>The value, if there is one.</summary>
    public Expression? Argument { get; }

    /// <inheritdoc/>
    public override string Type => "ReturnStatement";

    internal override int ChildCount => 1;

    internal override Node? ChildAt(int index) => Argument;

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitReturnStatement(this);

    internal override void WriteFields(EstreeWriter writer) => writer.Field("argument", Argument);
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="ReturnStatement"/>.</summary>
    public virtual void VisitReturnStatement(ReturnStatement node) => VisitChildren(node);
}
