namespace Ahoy.JavaScript.Syntax;

/// <summary><c>for (init; test; update) body</c>.</summary>
public sealed class ForStatement : Statement
{
    internal ForStatement(int start, int end, Node? init, Expression? test, Expression? update, Statement body)
        : base(start, end)
    {
        Init = init;
        Test = test;
        Update = update;
        Body = body;
    }

    /// <summary>A <see cref="VariableDeclaration"/> or an expression.</summary>
    public Node? Init { get; }

    /// <summary>The condition.</summary>
    public Expression? Test { get; }

    /// <summary>What is evaluated after each turn.</summary>
    public Expression? Update { get; }

    /// <summary>The body.</summary>
    public Statement Body { get; }

    /// <inheritdoc/>
    public override string Type => "ForStatement";

    internal override int ChildCount => 4;

    internal override Node? ChildAt(int index) => index switch
    {
        0 => Init,
        1 => Test,
        2 => Update,
        _ => Body,
    };

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitForStatement(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("init", Init);
        writer.Field("test", Test);
        writer.Field("update", Update);
        writer.Field("body", Body);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="ForStatement"/>.</summary>
    public virtual void VisitForStatement(ForStatement node) => VisitChildren(node);
}
