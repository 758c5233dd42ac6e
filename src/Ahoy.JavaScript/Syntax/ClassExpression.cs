namespace Ahoy.JavaScript.Syntax;

/// <summary>A class as an expression.</summary>
public sealed class ClassExpression : Expression, IClass
{
    internal ClassExpression(int start, int end, Identifier? id, Expression? superClass, ClassBody body)
        : base(start, end)
    {
        Id = id;
        SuperClass = superClass;
        Body = body;
    }

    /// <summary>The name, if it has one.</summary>
    public Identifier? Id { get; }

    /// <summary>What it extends.</summary>
    public Expression? SuperClass { get; }

    /// <summary>The members.</summary>
    public ClassBody Body { get; }

    /// <inheritdoc/>
    public override string Type => "ClassExpression";

    internal override int ChildCount => 3;

    internal override Node? ChildAt(int index) => index switch
    {
        0 => Id,
        1 => SuperClass,
        _ => Body,
    };

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitClassExpression(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("id", Id);
        writer.Field("superClass", SuperClass);
        writer.Field("body", Body);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="ClassExpression"/>.</summary>
    public virtual void VisitClassExpression(ClassExpression node) => VisitChildren(node);
}
