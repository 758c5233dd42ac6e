using System.Text;

namespace Ahoy.JavaScript.Lexing;

/// <content>Strings, templates and regular expressions.</content>
internal sealed partial class Lexer
{
    private static readonly string[] s_startsOfTopLevelCode =
        ["function ", "async function", "class ", "const ", "let ", "var ", "export ", "import ", "exports.", "module.exports"];

    private StringBuilder? _scratch;

    /// <summary>Reads the current token, a slash, as a regular expression.</summary>
    public void RescanAsRegExp()
    {
        var position = Start + 1;
        var inClass = false;
        for (; ; position++)
        {
            var c = At(position);
            if (position >= _text.Length || Characters.IsLineTerminator(c))
            {
                _errors.Report(SyntaxErrorCode.UnterminatedRegExp, Start, position);
                PatternEnd = position;
                Kind = TokenKind.RegExp;
                End = position;
                return;
            }

            if (c == '/' && !inClass)
            {
                break;
            }

            if (c == '\\' && position + 1 < _text.Length && !Characters.IsLineTerminator(_text[position + 1]))
            {
                position++;
            }
            else if (c == '[')
            {
                inClass = true;
            }
            else if (c == ']')
            {
                inClass = false;
            }
        }

        PatternEnd = position++;
        while (position < _text.Length && Characters.IsIdentifierPart(Characters.CodePointAt(_text, position)))
        {
            position += char.IsHighSurrogate(_text[position]) ? 2 : 1;
        }

        Kind = TokenKind.RegExp;
        End = position;
    }

    /// <summary>Reads the current token, a closing brace, as the next part of a template.</summary>
    public void RescanAsTemplate() => ScanTemplate(Start + 1, TokenKind.TemplateTail, TokenKind.TemplateMiddle);

    private void ScanString(char quote)
    {
        var text = _text;
        var position = Start + 1;
        OctalAt = -1;
        while ((uint)position < (uint)text.Length)
        {
            var c = text[position];
            if (c == quote)
            {
                Kind = TokenKind.String;
                End = position + 1;
                return;
            }

            if (c == '\\')
            {
                SkipEscape(ref position);
            }
            else if (c is '\n' or '\r')
            {
                break;
            }
            else
            {
                position++;
            }
        }

        // What follows on the line is more likely a part of the string than code.
        Kind = TokenKind.String;
        End = position;
        _errors.Report(SyntaxErrorCode.UnterminatedString, Start, position);
    }

    private void SkipEscape(ref int position)
    {
        var escape = position++;
        var next = At(position);
        if (next is >= '0' and <= '9')
        {
            if (OctalAt < 0 && (next != '0' || Characters.IsDecimalDigit(At(position + 1))))
            {
                OctalAt = escape;
            }

            position++;
        }
        else if (next is 'x' or 'u')
        {
            if (!IsEscape(ref position))
            {
                _errors.Report(SyntaxErrorCode.InvalidEscape, escape, position + 1);
                position++;
            }
        }
        else if (next == '\r' && At(position + 1) == '\n')
        {
            position += 2;
        }
        else if (position < _text.Length)
        {
            position++;
        }
    }

    private bool IsEscape(ref int position)
    {
        var scratch = _scratch ??= new StringBuilder();
        scratch.Clear();
        return EscapeSequence.TryRead(_text, ref position, _text.Length, octal: false, scratch);
    }

    private void ScanTemplate(int position, TokenKind whole, TokenKind open)
    {
        var text = _text;
        BadEscapeAt = -1;
        while ((uint)position < (uint)text.Length)
        {
            var c = text[position];
            if (c == '`')
            {
                Kind = whole;
                End = position + 1;
                return;
            }

            if (c == '$' && At(position + 1) == '{')
            {
                Kind = open;
                End = position + 2;
                return;
            }

            if (c == '\\')
            {
                SkipTemplateEscape(ref position);
            }
            else
            {
                position++;
                if (_splitTemplates && c == '\n' && IsTopLevelCodeAt(position))
                {
                    break;
                }
            }
        }

        // The rest of the line is all that is taken: the whole rest of the file would hide all of it.
        Kind = whole;
        End = EndOfLine(Start);
        _errors.Report(SyntaxErrorCode.UnterminatedTemplate, Start, Math.Min(Start + 1, End));
    }

    private void SkipTemplateEscape(ref int position)
    {
        var escape = position++;
        if (position < _text.Length && !IsEscape(ref position))
        {
            BadEscapeAt = BadEscapeAt < 0 ? escape : BadEscapeAt;
            position++;
        }
    }

    private bool IsTopLevelCodeAt(int position) =>
        Array.Exists(s_startsOfTopLevelCode, start => IsAt(start, position));
}
