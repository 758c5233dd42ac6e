namespace Ahoy.JavaScript.Lexing;

/// <content>Numbers.</content>
internal sealed partial class Lexer
{
    private void ScanNumber()
    {
        OctalAt = -1;
        var position = Start;
        var kind = TokenKind.Number;
        if (_text[position] == '0' && RadixOf(At(position + 1)) is var radix and not 0)
        {
            position = SkipDigits(position + 2, radix);
            if (At(position) == 'n')
            {
                kind = TokenKind.BigInt;
                position++;
            }
        }
        else if (_text[position] == '0' && At(position + 1) is (>= '0' and <= '9') or '_')
        {
            position = ScanLegacyNumber(position);
        }
        else
        {
            position = ScanDecimal(position, ref kind);
        }

        Kind = kind;
        End = position;
        if (position < _text.Length && (Characters.IsDecimalDigit(_text[position]) || _text[position] == '\\'
            || Characters.IsIdentifierStart(Characters.CodePointAt(_text, position))))
        {
            _errors.Report(SyntaxErrorCode.NameAfterNumber, position, position + 1);
        }
    }

    private static int RadixOf(char c) => c switch
    {
        'x' or 'X' => 16,
        'o' or 'O' => 8,
        'b' or 'B' => 2,
        _ => 0,
    };

    private int ScanDecimal(int position, ref TokenKind kind)
    {
        if (_text[position] != '.')
        {
            position = SkipDigits(position, 10);
            if (At(position) == 'n')
            {
                kind = TokenKind.BigInt;
                return position + 1;
            }
        }

        return ScanFraction(position);
    }

    private int ScanFraction(int position)
    {
        if (At(position) == '.')
        {
            position++;
            if (At(position) is (>= '0' and <= '9') or '_')
            {
                position = SkipDigits(position, 10);
            }
        }

        if (At(position) is 'e' or 'E')
        {
            position++;
            if (At(position) is '+' or '-')
            {
                position++;
            }

            position = SkipDigits(position, 10);
        }

        return position;
    }

    /// <summary>A zero before more digits: octal if no digit is above 7, and never allowed in strict code.</summary>
    private int ScanLegacyNumber(int position)
    {
        OctalAt = position;
        var octal = true;
        for (; At(position) is (>= '0' and <= '9') or '_'; position++)
        {
            octal = octal && _text[position] is not ('8' or '9');
            if (_text[position] == '_')
            {
                _errors.Report(SyntaxErrorCode.MisplacedNumericSeparator, position, position + 1);
            }
        }

        return octal ? position : ScanFraction(position);
    }

    private int SkipDigits(int position, int radix)
    {
        var text = _text;
        var first = position;
        var lastWasDigit = false;
        for (; (uint)position < (uint)text.Length; position++)
        {
            var c = text[position];
            if (c == '_')
            {
                if (!lastWasDigit || !IsDigit(At(position + 1), radix))
                {
                    _errors.Report(SyntaxErrorCode.MisplacedNumericSeparator, position, position + 1);
                }

                lastWasDigit = false;
            }
            else if (IsDigit(c, radix))
            {
                lastWasDigit = true;
            }
            else
            {
                break;
            }
        }

        if (position == first)
        {
            _errors.Report(SyntaxErrorCode.ExpectedDigits, Start, position);
        }

        return position;
    }

    private static bool IsDigit(char c, int radix)
    {
        var digit = EscapeSequence.HexDigit(c);
        return digit >= 0 && digit < radix;
    }
}
