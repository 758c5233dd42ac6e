using Ahoy.JavaScript.Lexing;

namespace Ahoy.JavaScript.Syntax;

/// <summary>An integer of any size: <c>10n</c>, <c>0xffn</c>.</summary>
public sealed class BigIntLiteral : Literal
{
    private readonly string _source;

    internal BigIntLiteral(int start, int end, string source)
        : base(start, end) => _source = source;

    /// <summary>The value in decimal digits.</summary>
    public string BigInt => BigIntContents.Read(_source, Start, End);

    /// <inheritdoc/>
    public override string Raw => _source.Substring(Start, End - Start);

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitBigIntLiteral(this);

    // JSON has no such number: ESTree keeps the digits beside a null.
    private protected override void WriteValue(EstreeWriter writer)
    {
        writer.Null("value");
        writer.Field("bigint", BigInt);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="BigIntLiteral"/>.</summary>
    public virtual void VisitBigIntLiteral(BigIntLiteral node) => VisitChildren(node);
}
