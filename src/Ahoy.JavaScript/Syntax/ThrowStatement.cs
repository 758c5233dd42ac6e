namespace Ahoy.JavaScript.Syntax;

/// <summary><c>throw a;</c>.</summary>
public sealed class ThrowStatement : Statement
{
    internal ThrowStatement(int start, int end, Expression argument)
        : base(start, end)
    {
        Argument = argument;
    }

    /// <summary>What is thrown.</summary>
    public Expression Argument { get; }

    /// <inheritdoc/>
    public override string Type => "ThrowStatement";

    internal override int ChildCount => 1;

    internal override Node? ChildAt(int index) => Argument;

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitThrowStatement(this);

    internal override void WriteFields(EstreeWriter writer) => writer.Field("argument", Argument);
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="ThrowStatement"/>.</summary>
    public virtual void VisitThrowStatement(ThrowStatement node) => VisitChildren(node);
}
