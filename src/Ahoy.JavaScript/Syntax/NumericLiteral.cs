using Ahoy.JavaScript.Lexing;

namespace Ahoy.JavaScript.Syntax;

/// <summary>A number.</summary>
public sealed class NumericLiteral : Literal
{
    private readonly string _source;

    internal NumericLiteral(int start, int end, string source)
        : base(start, end) => _source = source;

    /// <summary>A number that TypeScript puts where none is written: it has no width.</summary>
    internal static NumericLiteral Implied(int at, string digits) => new(at, at, digits);

    /// <summary>The value.</summary>
    public double Value => Start == End ? NumberContents.Read(_source, 0, _source.Length) : NumberContents.Read(_source, Start, End);

    /// <inheritdoc/>
    public override string Raw => Start == End ? _source : _source.Substring(Start, End - Start);

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitNumericLiteral(this);

    private protected override void WriteValue(EstreeWriter writer) => writer.Field("value", Value);
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="NumericLiteral"/>.</summary>
    public virtual void VisitNumericLiteral(NumericLiteral node) => VisitChildren(node);
}
