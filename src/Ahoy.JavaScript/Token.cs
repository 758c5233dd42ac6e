namespace Ahoy.JavaScript;

/// <summary>A token of the source.</summary>
public readonly struct Token
{
    internal Token(TokenType type, int start, int end)
    {
        Type = type;
        Start = start;
        End = end;
    }

    /// <summary>What it is.</summary>
    public TokenType Type { get; }

    /// <summary>The offset of the first UTF-16 code unit.</summary>
    public int Start { get; }

    /// <summary>The offset after the last UTF-16 code unit.</summary>
    public int End { get; }
}
