namespace Ahoy.JavaScript.Syntax;

/// <summary><c>do body while (test);</c>.</summary>
public sealed class DoWhileStatement : Statement
{
    internal DoWhileStatement(int start, int end, Statement body, Expression test)
        : base(start, end)
    {
        Body = body;
        Test = test;
    }

    /// <summary>The body.</summary>
    public Statement Body { get; }

    /// <summary>The condition, evaluated after each turn.</summary>
    public Expression Test { get; }

    /// <inheritdoc/>
    public override string Type => "DoWhileStatement";

    internal override int ChildCount => 2;

    internal override Node? ChildAt(int index) => index switch
    {
        0 => Body,
        _ => Test,
    };

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitDoWhileStatement(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("body", Body);
        writer.Field("test", Test);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="DoWhileStatement"/>.</summary>
    public virtual void VisitDoWhileStatement(DoWhileStatement node) => VisitChildren(node);
}
