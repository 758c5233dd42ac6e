using Ahoy.JavaScript.Lexing;

namespace Ahoy.JavaScript.Syntax;

/// <summary>A number.</summary>
public sealed class NumericLiteral : Literal
{
    private readonly string _source;

    internal NumericLiteral(int start, int end, string source)
        : base(start, end) => _source = source;

    /// <summary>The value.</summary>
    public double Value => NumberContents.Read(_source, Start, End);

    /// <inheritdoc/>
    public override string Raw => _source.Substring(Start, End - Start);

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitNumericLiteral(this);

    private protected override void WriteValue(EstreeWriter writer) => writer.Field("value", Value);
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="NumericLiteral"/>.</summary>
    public virtual void VisitNumericLiteral(NumericLiteral node) => VisitChildren(node);
}
