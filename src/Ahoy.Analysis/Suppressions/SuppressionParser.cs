namespace Ahoy.Analysis.Suppressions;

/// <summary>Finds the suppressions among the comments of a file.</summary>
/// <remarks>
/// <c>// ahoy-disable-next-line ID, ID -- reason</c>, <c>ahoy-disable-line</c>, <c>/* ahoy-disable */ … /* ahoy-enable */</c>, in
/// either kind of comment. Without an id all rules are meant. <c>ahoy-enable ID</c> ends what named that id;
/// <c>ahoy-enable</c> ends all.
/// </remarks>
internal sealed class SuppressionParser
{
    private const string Prefix = "ahoy-";
    private const string NextLine = "disable-next-line";
    private const string Line = "disable-line";
    private const string Disable = "disable";
    private const string Enable = "enable";
    private const string ReasonMark = "--";

    private readonly string _text;
    private readonly List<Suppression> _closed = [];
    private readonly List<Suppression> _open = [];

    private SuppressionParser(string text) => _text = text;

    /// <summary>Reads the comments, which are in the order of the source.</summary>
    public static IReadOnlyList<Suppression> Parse(string text, IEnumerable<(int Start, int End)> comments)
    {
        if (text.IndexOf(Prefix, StringComparison.OrdinalIgnoreCase) < 0)
        {
            return [];
        }

        var parser = new SuppressionParser(text);
        foreach (var (start, end) in comments)
        {
            parser.Read(start, end);
        }

        parser._closed.AddRange(parser._open);
        return parser._closed;
    }

    private void Read(int start, int end)
    {
        var isBlock = end - start >= 4 && _text[start + 1] == '*' && _text[end - 1] == '/';
        var position = start + 2;
        var contentEnd = isBlock ? end - 2 : end;
        SkipBlanks(ref position, contentEnd);
        if (!TryRead(Prefix, ref position, contentEnd))
        {
            return;
        }

        if (TryReadWord(NextLine, ref position, contentEnd))
        {
            var line = LineEnd(end);
            var next = AfterLineBreak(line);
            Add(SuppressionKind.NextLine, start, end, position, contentEnd, next, next > line ? LineEnd(next) : line);
        }
        else if (TryReadWord(Line, ref position, contentEnd))
        {
            Add(SuppressionKind.Line, start, end, position, contentEnd, LineStart(start), LineEnd(end));
        }
        else if (TryReadWord(Disable, ref position, contentEnd))
        {
            Add(SuppressionKind.Region, start, end, position, contentEnd, start, _text.Length);
        }
        else if (TryReadWord(Enable, ref position, contentEnd))
        {
            Close(start, [.. Ids(position, contentEnd)]);
        }
    }

    private void Add(SuppressionKind kind, int start, int end, int idsStart, int contentEnd, int coveredStart, int coveredEnd)
    {
        var target = kind == SuppressionKind.Region ? _open : _closed;
        var reason = Reason(idsStart, contentEnd);
        var any = false;
        foreach (var (idStart, idEnd) in Ids(idsStart, contentEnd))
        {
            any = true;
            target.Add(new Suppression(kind, _text.Substring(idStart, idEnd - idStart), idStart, idEnd, coveredStart, coveredEnd, reason));
        }

        if (!any)
        {
            target.Add(new Suppression(kind, id: null, start, end, coveredStart, coveredEnd, reason));
        }
    }

    private string? Reason(int start, int end)
    {
        var mark = _text.IndexOf(ReasonMark, start, end - start, StringComparison.Ordinal);
        return mark < 0 ? null : _text.Substring(mark + ReasonMark.Length, end - mark - ReasonMark.Length).Trim();
    }

    private void Close(int at, List<(int Start, int End)> ids)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            var open = _open[i];
            if (ids.Count == 0 || ids.Exists(id => open.Id is not null && open.Names(_text.Substring(id.Start, id.End - id.Start))))
            {
                _closed.Add(new Suppression(open.Kind, open.Id, open.Start, open.End, open.CoveredStart, at, open.Reason));
                _open.RemoveAt(i);
            }
        }
    }

    /// <summary>
    /// The ids that a comment names, up to the reason: that begins with its mark, or with the first further word that is no id,
    /// because many people forget the mark.
    /// </summary>
    private IEnumerable<(int Start, int End)> Ids(int position, int end)
    {
        var isListed = true;
        while (position < end && string.CompareOrdinal(_text, position, ReasonMark, 0, ReasonMark.Length) != 0)
        {
            if (char.IsLetterOrDigit(_text[position]))
            {
                var start = position;
                while (position < end && char.IsLetterOrDigit(_text[position]))
                {
                    position++;
                }

                if (!isListed && !IsId(start, position))
                {
                    yield break;
                }

                isListed = false;
                yield return (start, position);
            }
            else
            {
                isListed |= _text[position] == ',';
                position++;
            }
        }
    }

    private bool IsId(int start, int end) => char.IsLetter(_text[start]) && char.IsDigit(_text[end - 1]);

    private void SkipBlanks(ref int position, int end)
    {
        // A block comment in the style of a documentation comment has one star more.
        while (position < end && (char.IsWhiteSpace(_text[position]) || _text[position] == '*'))
        {
            position++;
        }
    }

    private bool TryRead(string word, ref int position, int end)
    {
        if (end - position < word.Length || string.Compare(_text, position, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0)
        {
            return false;
        }

        position += word.Length;
        return true;
    }

    private bool TryReadWord(string word, ref int position, int end)
    {
        var after = position + word.Length;
        return (after >= end || char.IsWhiteSpace(_text[after])) && TryRead(word, ref position, end);
    }

    private int LineStart(int offset)
    {
        while (offset > 0 && !IsLineBreak(_text[offset - 1]))
        {
            offset--;
        }

        return offset;
    }

    private int LineEnd(int offset)
    {
        while (offset < _text.Length && !IsLineBreak(_text[offset]))
        {
            offset++;
        }

        return offset;
    }

    private int AfterLineBreak(int offset)
    {
        if (offset >= _text.Length)
        {
            return offset;
        }

        var isCrLf = _text[offset] == '\r' && offset + 1 < _text.Length && _text[offset + 1] == '\n';
        return offset + (isCrLf ? 2 : 1);
    }

    private static bool IsLineBreak(char c) => c is '\n' or '\r' or '\u2028' or '\u2029';
}
