namespace Ahoy.JavaScript.Syntax;

/// <summary>A name: a variable, a property or a label.</summary>
public sealed class Identifier : Expression
{
    internal Identifier(int start, int end, string name)
        : base(start, end)
    {
        Name = name;
    }

    /// <summary>The name, its escapes resolved; empty where the parser missed one.</summary>
    public string Name { get; }

    /// <summary>Whether the parser put it where a name or an expression was expected and none stood; it has no width.</summary>
    public bool IsMissing => Name.Length == 0;

    /// <inheritdoc/>
    public override string Type => "Identifier";

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitIdentifier(this);

    internal override void WriteFields(EstreeWriter writer) => writer.Field("name", Name);
}

public partial class NodeVisitor
{
    /// <summary>Visits an <see cref="Identifier"/>.</summary>
    public virtual void VisitIdentifier(Identifier node) => VisitChildren(node);
}
