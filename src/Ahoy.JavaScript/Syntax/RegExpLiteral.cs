namespace Ahoy.JavaScript.Syntax;

/// <summary>A regular expression: <c>/pattern/flags</c>.</summary>
public sealed class RegExpLiteral : Literal
{
    private readonly string _source;
    private readonly int _patternEnd;

    internal RegExpLiteral(int start, int end, int patternEnd, string source)
        : base(start, end)
    {
        _source = source;
        _patternEnd = patternEnd;
    }

    /// <summary>What stands between the slashes.</summary>
    public string Pattern => _source.Substring(Start + 1, _patternEnd - Start - 1);

    /// <summary>The letters behind the second slash.</summary>
    public string Flags => _patternEnd < End ? _source.Substring(_patternEnd + 1, End - _patternEnd - 1) : string.Empty;

    /// <inheritdoc/>
    public override string Raw => _source.Substring(Start, End - Start);

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitRegExpLiteral(this);

    private protected override void WriteValue(EstreeWriter writer)
    {
        writer.Null("value");
        writer.RegExp(Pattern, Flags);
    }
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="RegExpLiteral"/>.</summary>
    public virtual void VisitRegExpLiteral(RegExpLiteral node) => VisitChildren(node);
}
