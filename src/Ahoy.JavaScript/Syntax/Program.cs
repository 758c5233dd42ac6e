namespace Ahoy.JavaScript.Syntax;

/// <summary>A whole file.</summary>
public sealed class Program : Node
{
    internal Program(int start, int end, NodeList<Statement> body, SourceType sourceType)
        : base(start, end)
    {
        Body = body;
        SourceType = sourceType;
    }

    /// <summary>The statements.</summary>
    public NodeList<Statement> Body { get; }

    /// <summary>What it was parsed as.</summary>
    public SourceType SourceType { get; }

    /// <inheritdoc/>
    public override string Type => "Program";

    internal override int ChildCount => Body.Count;

    internal override Node? ChildAt(int index) => Body[index];

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitProgram(this);

    internal override void WriteFields(EstreeWriter writer)
    {
        writer.Field("body", Body);
        writer.Field("sourceType", SourceType.ToEstree());
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="Program"/>.</summary>
    public virtual void VisitProgram(Program node) => VisitChildren(node);
}
