namespace Ahoy.JavaScript;

/// <summary>A comment, its delimiters included, without the line break that ends it.</summary>
public readonly struct Comment
{
    internal Comment(CommentKind kind, int start, int end)
    {
        Kind = kind;
        Start = start;
        End = end;
    }

    /// <summary>How it is written.</summary>
    public CommentKind Kind { get; }

    /// <summary>The offset of the first UTF-16 code unit.</summary>
    public int Start { get; }

    /// <summary>The offset after the last UTF-16 code unit.</summary>
    public int End { get; }
}
