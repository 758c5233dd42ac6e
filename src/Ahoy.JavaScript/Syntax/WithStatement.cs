namespace Ahoy.JavaScript.Syntax;

/// <summary><c>with (object) body</c>.</summary>
public sealed class WithStatement : Statement
{
    internal WithStatement(int start, int end, Expression @object, Statement body)
        : base(start, end)
    {
        Object = @object;
        Body = body;
    }

    /// <summary>The object whose properties become names.</summary>
    public Expression Object { get; }

    /// <summary>The body.</summary>
    public Statement Body { get; }

    /// <inheritdoc/>
    public override string Type => "WithStatement";

    internal override int ChildCount => 2;

    internal override Node? ChildAt(int index) => index switch
    {
        0 => Object,
        _ => Body,
    };

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitWithStatement(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("object", Object);
        writer.Field("body", Body);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="WithStatement"/>.</summary>
    public virtual void VisitWithStatement(WithStatement node) => VisitChildren(node);
}
