namespace Ahoy.JavaScript.Syntax;

/// <summary><c>while (test) body</c>.</summary>
public sealed class WhileStatement : Statement
{
    internal WhileStatement(int start, int end, Expression test, Statement body)
        : base(start, end)
    {
        Test = test;
        Body = body;
    }

    /// <summary>The condition.</summary>
    public Expression Test { get; }

    /// <summary>The body.</summary>
    public Statement Body { get; }

    /// <inheritdoc/>
    public override string Type => "WhileStatement";

    internal override int ChildCount => 2;

    internal override Node? ChildAt(int index) => index switch
    {
        0 => Test,
        _ => Body,
    };

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitWhileStatement(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("test", Test);
        writer.Field("body", Body);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="WhileStatement"/>.</summary>
    public virtual void VisitWhileStatement(WhileStatement node) => VisitChildren(node);
}
