namespace Ahoy.JavaScript.Lexing;

/// <content>White space and comments.</content>
internal sealed partial class Lexer
{
    private static readonly char[] s_lineTerminators = ['\n', '\r', '\u2028', '\u2029'];

    // From where on it is known that no comment ends: a file of unclosed ones is not searched to its end for each of them.
    private int _noCommentEndFrom = int.MaxValue;

    /// <summary>
    /// Skips a comment or a white space character beyond ASCII. <paramref name="position"/> is left on its last character.
    /// </summary>
    private bool TrySkip(char c, ref int position, ref bool newLine)
    {
        switch (c)
        {
            case '/':
                return TrySkipComment(ref position, ref newLine);
            case '<':
                return _htmlComments && IsAt("<!--", position) && SkipLine(CommentKind.Html, position, ref position);
            case '-':
                return _htmlComments && (newLine || _atStart) && IsAt("-->", position) && SkipLine(CommentKind.Html, position, ref position);
            default:
                if (Characters.IsLineTerminator(c))
                {
                    newLine = true;
                    return true;
                }

                return Characters.IsWhiteSpace(c);
        }
    }

    private bool TrySkipComment(ref int position, ref bool newLine)
    {
        switch (At(position + 1))
        {
            case '/':
                return SkipLine(CommentKind.Line, position, ref position);
            case '*':
                SkipBlock(ref position, ref newLine);
                return true;
            default:
                return false;
        }
    }

    private bool SkipLine(CommentKind kind, int start, ref int position)
    {
        var end = EndOfLine(start);
        AddComment(kind, start, end);
        position = end - 1;
        return true;
    }

    private void SkipBlock(ref int position, ref bool newLine)
    {
        var start = position;
        var close = start >= _noCommentEndFrom ? -1 : _text.IndexOf("*/", start + 2, StringComparison.Ordinal);
        int end;
        if (close >= 0)
        {
            end = close + 2;
            newLine = newLine || _text.IndexOfAny(s_lineTerminators, start, end - start) >= 0;
        }
        else
        {
            _noCommentEndFrom = Math.Min(_noCommentEndFrom, start);

            // Taking the whole rest of the file for a comment would hide all of it.
            end = EndOfLine(start);
            _errors.Report(SyntaxErrorCode.UnterminatedComment, start, start + 2);
        }

        AddComment(CommentKind.Block, start, end);
        position = end - 1;
    }

    private void SkipHashbang()
    {
        if (IsAt("#!", 0))
        {
            var end = EndOfLine(0);
            AddComment(CommentKind.Hashbang, 0, end);
            End = end;
        }
    }

    private void AddComment(CommentKind kind, int start, int end) => (_comments ??= []).Add(new Comment(kind, start, end));

    private int EndOfLine(int position)
    {
        var end = _text.IndexOfAny(s_lineTerminators, position);
        return end < 0 ? _text.Length : end;
    }

    private bool IsAt(string expected, int position) =>
        string.CompareOrdinal(_text, position, expected, 0, expected.Length) == 0;
}
