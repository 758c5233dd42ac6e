using System.Text;

namespace Ahoy.JavaScript.Lexing;

/// <content>Identifiers, keywords and private names.</content>
internal sealed partial class Lexer
{
    /// <summary>Scans the name that starts at an offset, of which the first character is known to be right.</summary>
    private void ScanName(int start)
    {
        var text = _text;
        var parts = Characters.IdentifierParts;
        var position = start;
        uint hash = 0;
        for (; (uint)position < (uint)text.Length; position++)
        {
            var c = text[position];
            if ((uint)c >= (uint)parts.Length || c == '\\')
            {
                if (c == '\\' || c > '\u007f')
                {
                    if (ContinuesName(position))
                    {
                        ScanUnusualName(start);
                        return;
                    }
                }

                break;
            }

            if (parts[c] == 0)
            {
                break;
            }

            hash = NameTable.Hash(hash, c);
        }

        var id = Names.Find(text, start, position - start, hash);
        NameId = id;
        HasEscape = false;
        Kind = Names.Kind(id);
        End = position;
    }

    /// <summary>Scans a name with escapes or with characters beyond ASCII.</summary>
    private void ScanUnusualName(int start)
    {
        var name = new StringBuilder();
        var position = start;
        var escaped = false;
        while (position < _text.Length)
        {
            var isFirst = position == start;
            if (_text[position] == '\\')
            {
                var escape = position;
                position++;
                var codePoint = EscapeSequence.ReadCodePoint(_text, ref position, _text.Length);
                if (codePoint < 0 || !(isFirst ? Characters.IsIdentifierStart(codePoint) : Characters.IsIdentifierPart(codePoint)))
                {
                    _errors.Report(SyntaxErrorCode.InvalidEscapeInName, escape, Math.Max(position, escape + 1));
                    if (codePoint < 0)
                    {
                        continue;
                    }
                }

                escaped = true;
                EscapeSequence.Append(name, codePoint);
            }
            else
            {
                var codePoint = Characters.CodePointAt(_text, position);
                if (!(isFirst ? Characters.IsIdentifierStart(codePoint) : Characters.IsIdentifierPart(codePoint)))
                {
                    break;
                }

                EscapeSequence.Append(name, codePoint);
                position += codePoint > 0xFFFF ? 2 : 1;
            }
        }

        NameId = Names.Find(name.ToString());
        HasEscape = escaped;
        Kind = Names.Kind(NameId);
        if (escaped && Kind != TokenKind.Identifier)
        {
            Kind = KindOfEscaped(Kind);
        }

        End = position;
    }

    // An escaped name is never a keyword, but what may be no identifier may be none in disguise either.
    private static TokenKind KindOfEscaped(TokenKind kind) =>
        kind.IsKeyword() ? TokenKind.EscapedKeyword
        : kind.IsReservedInStrict() || kind is TokenKind.Await or TokenKind.Eval or TokenKind.Arguments ? kind
        : kind is TokenKind.Constructor or TokenKind.Prototype or TokenKind.Proto ? kind
        : TokenKind.Identifier;

    private bool ContinuesName(int position) =>
        _text[position] == '\\' ? At(position + 1) == 'u' : Characters.IsIdentifierPart(Characters.CodePointAt(_text, position));

    private void ScanPrivateName()
    {
        var start = Start;
        var next = start + 1 < _text.Length ? Characters.CodePointAt(_text, start + 1) : 0;
        if (next == '\\' || Characters.IsIdentifierStart(next))
        {
            if (next < 128 && next != '\\')
            {
                ScanName(start + 1);
            }
            else
            {
                ScanUnusualName(start + 1);
            }

            Kind = TokenKind.PrivateName;
        }
        else
        {
            ScanInvalid();
        }
    }

    private void ScanInvalid()
    {
        var codePoint = Characters.CodePointAt(_text, Start);
        Set(TokenKind.Invalid, codePoint > 0xFFFF ? 2 : 1);
    }
}
