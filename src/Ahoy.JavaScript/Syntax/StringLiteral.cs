using Ahoy.JavaScript.Lexing;

namespace Ahoy.JavaScript.Syntax;

/// <summary>A string literal.</summary>
public sealed class StringLiteral : Literal
{
    private readonly string _source;
    private string? _value;

    internal StringLiteral(int start, int end, string source)
        : base(start, end) => _source = source;

    /// <summary>The string, its escapes resolved. It is made when it is first asked for.</summary>
    public string Value => _value ??= StringContents.Read(_source, Start, End);

    /// <inheritdoc/>
    public override string Raw => _source.Substring(Start, End - Start);

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitStringLiteral(this);

    private protected override void WriteValue(EstreeWriter writer) => writer.Field("value", Value);
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="StringLiteral"/>.</summary>
    public virtual void VisitStringLiteral(StringLiteral node) => VisitChildren(node);
}
