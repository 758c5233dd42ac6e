namespace Ahoy.JavaScript.Syntax;

/// <summary>A class declaration.</summary>
public sealed class ClassDeclaration : Statement, IClass
{
    internal ClassDeclaration(int start, int end, Identifier? id, Expression? superClass, ClassBody body)
        : base(start, end)
    {
        Id = id;
        SuperClass = superClass;
        Body = body;
    }

    /// <summary>The name; it is absent only in <c>export default class</c>.</summary>
    public Identifier? Id { get; }

    /// <summary>What it extends.</summary>
    public Expression? SuperClass { get; }

    /// <summary>The members.</summary>
    public ClassBody Body { get; }

    /// <inheritdoc/>
    public override string Type => "ClassDeclaration";

    internal override int ChildCount => 3;

    internal override Node? ChildAt(int index) => index switch
    {
        0 => Id,
        1 => SuperClass,
        _ => Body,
    };

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitClassDeclaration(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("id", Id);
        writer.Field("superClass", SuperClass);
        writer.Field("body", Body);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="ClassDeclaration"/>.</summary>
    public virtual void VisitClassDeclaration(ClassDeclaration node) => VisitChildren(node);
}
