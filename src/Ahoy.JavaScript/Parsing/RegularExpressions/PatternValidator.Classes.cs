namespace Ahoy.JavaScript.Parsing.RegularExpressions;

/// <content>Character classes without the flag v.</content>
internal ref partial struct PatternValidator
{
    private const string UnclosedClass = "This character class is not closed: expected ']'.";

    private bool ReadClass()
    {
        if (_sets)
        {
            return ReadSetClass(0, out _);
        }

        var start = _position++;
        Skip('^');
        while (_position < _end)
        {
            if (Skip(']'))
            {
                return true;
            }

            if (!ReadClassRange())
            {
                return false;
            }
        }

        return Fail(start, UnclosedClass);
    }

    private bool ReadClassRange()
    {
        var start = _position;
        if (!ReadClassAtom(out var from))
        {
            return false;
        }

        // A '-' before the closing bracket stands for itself.
        if (!At('-') || _position + 1 >= _end || _text[_position + 1] == ']')
        {
            return true;
        }

        _position++;
        return ReadClassAtom(out var to) && CheckRange(start, from, to);
    }

    private bool CheckRange(int start, int from, int to)
    {
        if (from == SetEscape || to == SetEscape)
        {
            return !_unicode || Fail(start, "A range needs single characters at both ends.");
        }

        return from <= to || Fail(start, "The range is out of order: its first character comes after its last.");
    }

    /// <summary>Reads one end of a range; <paramref name="value"/> is <see cref="SetEscape"/> for <c>\d</c> and its like.</summary>
    private bool ReadClassAtom(out int value)
    {
        if (_text[_position] != '\\')
        {
            value = ReadCharacter();
            return true;
        }

        var start = _position++;
        value = SetEscape;
        if (_position >= _end)
        {
            return FailAtEnd(start);
        }

        switch (_text[_position])
        {
            case 'b':
                return Take('\b', out value);
            case '-' when _unicode:
                return Take('-', out value);
            case 'c':
                return ReadControlEscape(start, true, out value);
            case 'k' when !_unicode:
                NoteBadNameReference(start, "\\k can't stand in a character class of a regular expression that has named groups.");
                return Take('k', out value);
            default:
                return ReadSetEscape(start, out var isSet, out _) && (isSet || ReadCharacterEscape(start, out value));
        }
    }
}
