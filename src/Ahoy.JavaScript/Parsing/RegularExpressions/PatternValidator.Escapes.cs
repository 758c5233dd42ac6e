namespace Ahoy.JavaScript.Parsing.RegularExpressions;

/// <content>What a backslash begins.</content>
internal ref partial struct PatternValidator
{
    /// <summary>The value of an escape that stands for a set of characters instead of for one.</summary>
    private const int SetEscape = -1;

    private bool ReadAtomEscape()
    {
        var start = _position++;
        if (_position >= _end)
        {
            return FailAtEnd(start);
        }

        var c = _text[_position];
        if (c is >= '1' and <= '9')
        {
            return ReadNumberReference(start);
        }

        if (c == 'k')
        {
            _position++;
            return ReadNameReference(start);
        }

        return ReadSetEscape(start, out var isSet, out _) && (isSet || ReadCharacterEscape(start, out _));
    }

    private bool ReadNumberReference(int start)
    {
        var value = 0;
        var digitsEnd = SkipDigits(_position);
        for (var i = _position; i < digitsEnd; i++)
        {
            value = Math.Min((value * 10) + (_text[i] - '0'), 99_999_999);
        }

        if (value > _largestReference)
        {
            _largestReference = value;
            _largestReferenceOffset = start;
        }

        // Without u and v a number that no group has is an octal escape or the digit itself: valid, and as long either way.
        _position = digitsEnd;
        return true;
    }

    /// <summary>Reads <c>\d</c> and its like and <c>\p{…}</c>, from behind the backslash; reads nothing where none of them stands.</summary>
    private bool ReadSetEscape(int start, out bool isSet, out bool mayBeStrings)
    {
        isSet = true;
        mayBeStrings = false;
        switch (_text[_position])
        {
            case 'd':
            case 'D':
            case 's':
            case 'S':
            case 'w':
            case 'W':
                _position++;
                return true;
            case 'p' when _unicode:
                _position++;
                return ReadProperty(start, false, out mayBeStrings);
            case 'P' when _unicode:
                _position++;
                return ReadProperty(start, true, out mayBeStrings);
            default:
                isSet = false;
                return true;
        }
    }

    private bool ReadProperty(int start, bool negated, out bool mayBeStrings)
    {
        mayBeStrings = false;
        if (!Skip('{'))
        {
            return Fail(start, "Expected '{', a Unicode property and '}' after \\p or \\P.");
        }

        var nameStart = _position;
        var close = _text.IndexOf('}', nameStart, _end - nameStart);
        if (close < 0)
        {
            return Fail(start, "Expected '}' after the Unicode property.");
        }

        _position = close + 1;
        var equals = _text.IndexOf('=', nameStart, close - nameStart);
        if (equals >= 0)
        {
            var name = _text.Substring(nameStart, equals - nameStart);
            var value = _text.Substring(equals + 1, close - equals - 1);
            return UnicodeProperties.IsValue(name, value) || Fail(start, $"There is no Unicode property '{name}={value}'.");
        }

        var lone = _text.Substring(nameStart, close - nameStart);
        if (UnicodeProperties.IsLoneNameOrValue(lone))
        {
            return true;
        }

        if (!_sets || !UnicodeProperties.IsOfStrings(lone))
        {
            return Fail(start, $"There is no Unicode property '{lone}'.");
        }

        mayBeStrings = true;
        return !negated || Fail(start, $"The Unicode property '{lone}' is one of strings, which can't be negated.");
    }

    /// <summary>Reads an escape that stands for one character, from behind the backslash, where at least one character follows.</summary>
    private bool ReadCharacterEscape(int start, out int value)
    {
        var c = _text[_position];
        switch (c)
        {
            case 'f':
                return Take('\f', out value);
            case 'n':
                return Take('\n', out value);
            case 'r':
                return Take('\r', out value);
            case 't':
                return Take('\t', out value);
            case 'v':
                return Take('\v', out value);
            case 'c':
                return ReadControlEscape(start, false, out value);
            case 'x':
                return ReadHexEscape(start, out value);
            case 'u':
                return ReadUnicodeEscape(start, out value);
            case '0' when _position + 1 >= _end || !IsDigit(_text[_position + 1]):
                return Take('\0', out value);
            case >= '0' and <= '7' when !_unicode:
                return ReadLegacyOctalEscape(out value);
            default:
                return ReadIdentityEscape(start, out value);
        }
    }

    private bool Take(int character, out int value)
    {
        _position++;
        value = character;
        return true;
    }

    /// <summary>Reads <c>\cA</c>; without u and v a backslash that no control letter follows stands for itself.</summary>
    private bool ReadControlEscape(int start, bool inClass, out int value)
    {
        value = '\\';
        var next = _position + 1 < _end ? _text[_position + 1] : '\0';
        if (IsLetter(next) || (inClass && !_unicode && (IsDigit(next) || next == '_')))
        {
            value = next % 32;
            _position += 2;
            return true;
        }

        return !_unicode || Fail(start, "Expected a letter after \\c.");
    }

    private bool ReadHexEscape(int start, out int value)
    {
        _position++;
        if (TryReadHex(2, out value))
        {
            return true;
        }

        value = 'x';
        return !_unicode || Fail(start, "Expected two hexadecimal digits after \\x.");
    }

    private bool ReadUnicodeEscape(int start, out int value)
    {
        _position++;
        if (TryReadUnicodeEscape(_unicode, out value))
        {
            return true;
        }

        value = 'u';
        return !_unicode || Fail(start, "Expected four hexadecimal digits, or '{', a code point up to 10FFFF and '}', after \\u.");
    }

    /// <summary>Reads what follows <c>\u</c>: surrogate pairs and code points in braces only where <paramref name="codePoints"/> says so.</summary>
    private bool TryReadUnicodeEscape(bool codePoints, out int value)
    {
        var start = _position;
        if (codePoints && Skip('{'))
        {
            if (TryReadCodePoint(out value))
            {
                return true;
            }

            _position = start;
            return false;
        }

        if (!TryReadHex(4, out value))
        {
            return false;
        }

        if (codePoints && value is >= 0xD800 and <= 0xDBFF && _position + 1 < _end && _text[_position] == '\\' && _text[_position + 1] == 'u')
        {
            var afterFirst = _position;
            _position += 2;
            if (TryReadHex(4, out var low) && low is >= 0xDC00 and <= 0xDFFF)
            {
                value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
                return true;
            }

            _position = afterFirst;
        }

        return true;
    }

    private bool TryReadCodePoint(out int value)
    {
        value = 0;
        var first = _position;
        for (; _position < _end && HexValue(_text[_position]) is >= 0 and var digit; _position++)
        {
            value = (value << 4) | digit;
            if (value > 0x10FFFF)
            {
                return false;
            }
        }

        return _position > first && Skip('}');
    }

    private bool TryReadHex(int digits, out int value)
    {
        value = 0;
        if (_position + digits > _end)
        {
            return false;
        }

        for (var i = 0; i < digits; i++)
        {
            var digit = HexValue(_text[_position + i]);
            if (digit < 0)
            {
                return false;
            }

            value = (value << 4) | digit;
        }

        _position += digits;
        return true;
    }

    private static int HexValue(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };

    private bool ReadLegacyOctalEscape(out int value)
    {
        value = 0;
        for (var i = 0; i < 3 && _position < _end && _text[_position] is >= '0' and <= '7' && (value * 8) + (_text[_position] - '0') <= 255; i++)
        {
            value = (value * 8) + (_text[_position++] - '0');
        }

        return true;
    }

    private bool ReadIdentityEscape(int start, out int value)
    {
        value = ReadCharacter();
        return !_unicode || value == '/' || IsSyntaxCharacter(value)
            || Fail(start, "This character has no escape in a regular expression with the flag u or v; remove the backslash.");
    }

    private static bool IsSyntaxCharacter(int c) =>
        c is '^' or '$' or '\\' or '.' or '*' or '+' or '?' or '(' or ')' or '[' or ']' or '{' or '}' or '|';

    private bool FailAtEnd(int start) => Fail(start, "A backslash must be followed by a character.");
}
