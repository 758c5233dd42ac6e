namespace Ahoy.JavaScript;

/// <summary>Maps offsets to lines and columns and back. Lines end where ECMAScript's do: at LF, CR, CR LF, U+2028 and U+2029.</summary>
public sealed class LineMap
{
    private readonly int _length;
    private readonly int[] _starts;

    /// <summary>Makes the map of a text.</summary>
    public LineMap(string text)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        _length = text.Length;
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            var isEnd = Characters.IsLineTerminator(text[i]);
            var isFirstOfTwo = text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n';
            if (isEnd && !isFirstOfTwo)
            {
                starts.Add(i + 1);
            }
        }

        _starts = starts.ToArray();
    }

    /// <summary>The number of lines; an empty text has one.</summary>
    public int Count => _starts.Length;

    /// <summary>The offset where a line starts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such line.</exception>
    public int StartOf(int line) =>
        (uint)line < (uint)_starts.Length ? _starts[line] : throw new ArgumentOutOfRangeException(nameof(line));

    /// <summary>The line and column of an offset, which may be the text's end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset is outside the text.</exception>
    public LinePosition PositionOf(int offset)
    {
        if ((uint)offset > (uint)_length)
        {
            throw new ArgumentOutOfRangeException(nameof(offset));
        }

        var found = Array.BinarySearch(_starts, offset);
        var line = found >= 0 ? found : ~found - 1;
        return new LinePosition(line, offset - _starts[line]);
    }

    /// <summary>The offset of a line and column.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such line, or the text ends before the column.</exception>
    public int OffsetOf(int line, int column)
    {
        var offset = StartOf(line) + column;
        return column >= 0 && offset <= _length ? offset : throw new ArgumentOutOfRangeException(nameof(column));
    }
}
