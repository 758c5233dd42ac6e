using Ahoy.Analysis.Engine;
using Ahoy.JavaScript;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Fixes;

/// <summary>What stands around and between the nodes of a file, which the tree leaves out: lines, blanks, comments, parentheses.</summary>
internal sealed class CodeLayout
{
    private readonly string _text;
    private readonly IReadOnlyList<Comment> _comments;

    private CodeLayout(SourceFile source)
    {
        _text = source.Text;
        _comments = source.Comments;
    }

    /// <summary>The layout of a file.</summary>
    public static CodeLayout Of(SourceFile source) => source.Get(static file => new CodeLayout(file));

    /// <summary>The text of a node.</summary>
    public string TextOf(Node node) => _text.Substring(node.Start, node.End - node.Start);

    /// <summary>The first offset, from this one on, that is neither blank nor in a comment.</summary>
    public int SkipForward(int offset)
    {
        var comment = FirstCommentFrom(offset);
        while (offset < _text.Length)
        {
            if (comment < _comments.Count && _comments[comment].Start == offset)
            {
                offset = _comments[comment++].End;
            }
            else if (IsBlank(_text[offset]))
            {
                offset++;
            }
            else
            {
                break;
            }
        }

        return offset;
    }

    /// <summary>The offset after the last code unit before this one that is neither blank nor in a comment.</summary>
    public int SkipBackward(int offset)
    {
        var comment = FirstCommentFrom(offset) - 1;
        while (offset > 0)
        {
            if (comment >= 0 && _comments[comment].End == offset)
            {
                offset = _comments[comment--].Start;
            }
            else if (IsBlank(_text[offset - 1]))
            {
                offset--;
            }
            else
            {
                break;
            }
        }

        return offset;
    }

    /// <summary>Whether the next token starts with a character.</summary>
    public bool NextIs(int offset, char expected)
    {
        var next = SkipForward(offset);
        return next < _text.Length && _text[next] == expected;
    }

    /// <summary>Whether a comment lies in a span, or reaches into it.</summary>
    public bool HasComment(int start, int end)
    {
        foreach (var comment in _comments)
        {
            if (comment.Start < end && start < comment.End)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a span reaches over more than one line.</summary>
    public bool HasLineBreak(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (IsLineBreak(_text[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// A node's span with the parentheses that are written around it for nothing but grouping. The caller knows that the
    /// node's place has no parentheses of its own, as a call's argument or the test of an <c>if</c> has.
    /// </summary>
    public (int Start, int End) WithParentheses(Node node)
    {
        var (start, end) = (node.Start, node.End);
        while (true)
        {
            var before = SkipBackward(start);
            var after = SkipForward(end);
            if (before == 0 || after >= _text.Length || _text[before - 1] != '(' || _text[after] != ')')
            {
                return (start, end);
            }

            (start, end) = (before - 1, after + 1);
        }
    }

    /// <summary>The offset where a line starts.</summary>
    public int LineStart(int offset)
    {
        while (offset > 0 && !IsLineBreak(_text[offset - 1]))
        {
            offset--;
        }

        return offset;
    }

    /// <summary>The offset of the line break that ends a line, or of the text's end.</summary>
    public int LineEnd(int offset)
    {
        while (offset < _text.Length && !IsLineBreak(_text[offset]))
        {
            offset++;
        }

        return offset;
    }

    /// <summary>The offset where the next line starts, or the text's end.</summary>
    public int NextLine(int offset)
    {
        var end = LineEnd(offset);
        if (end < _text.Length)
        {
            end += _text[end] == '\r' && end + 1 < _text.Length && _text[end + 1] == '\n' ? 2 : 1;
        }

        return end;
    }

    /// <summary>The blanks that a line starts with.</summary>
    public string IndentationOf(int offset)
    {
        var start = LineStart(offset);
        var end = start;
        while (end < _text.Length && _text[end] is ' ' or '\t')
        {
            end++;
        }

        return _text.Substring(start, end - start);
    }

    /// <summary>Whether nothing but blanks stands before an offset in its line.</summary>
    public bool IsFirstOfLine(int offset) => LineStart(offset) + IndentationOf(offset).Length >= offset;

    private static bool IsLineBreak(char c) => c is '\n' or '\r' or '\u2028' or '\u2029';

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || IsLineBreak(c) || c == '\uFEFF';

    private int FirstCommentFrom(int offset)
    {
        var low = 0;
        var high = _comments.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_comments[middle].Start < offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
