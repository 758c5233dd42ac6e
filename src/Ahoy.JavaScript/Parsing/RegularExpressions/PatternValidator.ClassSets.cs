namespace Ahoy.JavaScript.Parsing.RegularExpressions;

/// <content>Character classes with the flag v: nested classes, strings, intersection and subtraction.</content>
internal ref partial struct PatternValidator
{
    private const int MaximumClassDepth = 500;

    private enum SetOperator
    {
        Undecided,
        Union,
        Intersection,
        Subtraction,
    }

    private bool ReadSetClass(int depth, out bool mayBeStrings)
    {
        mayBeStrings = false;
        var start = _position++;
        if (depth > MaximumClassDepth)
        {
            return Fail(start, $"Character classes are nested deeper than {MaximumClassDepth}.");
        }

        var negated = Skip('^');
        if (!ReadSetContents(start, depth, out mayBeStrings))
        {
            return false;
        }

        _position++;
        if (!negated)
        {
            return true;
        }

        return !mayBeStrings || Fail(start, "A negated character class can't contain strings.");
    }

    /// <summary>Reads up to the closing bracket, and tells whether the class can match something else than one character.</summary>
    private bool ReadSetContents(int start, int depth, out bool mayBeStrings)
    {
        mayBeStrings = false;
        var kind = SetOperator.Undecided;
        for (var first = true; _position < _end; first = false)
        {
            if (At(']'))
            {
                return true;
            }

            var operation = first ? SetOperator.Union : ReadSetOperator();
            if (!first && kind != SetOperator.Undecided && operation != kind)
            {
                return Fail(_position, "A character class can't mix '&&', '--' and plain members; put one of them into a class of its own.");
            }

            if (!first)
            {
                kind = operation;
            }

            if (operation == SetOperator.Intersection && At('&'))
            {
                return Fail(_position, "Expected a member of the character class after '&&'.");
            }

            var operandStart = _position;
            if (!ReadSetOperand(depth, out var value, out var operandMayBeStrings))
            {
                return false;
            }

            if (value != SetEscape && At('-') && !AtDouble('-'))
            {
                if (kind is SetOperator.Intersection or SetOperator.Subtraction)
                {
                    return Fail(operandStart, "A range can't be an operand of '&&' or '--'; put it into a class of its own.");
                }

                _position++;
                kind = SetOperator.Union;
                if (!ReadSetRangeEnd(operandStart, depth, value))
                {
                    return false;
                }
            }

            mayBeStrings = (first, kind) switch
            {
                (true, _) => operandMayBeStrings,
                (_, SetOperator.Intersection) => mayBeStrings && operandMayBeStrings,
                (_, SetOperator.Subtraction) => mayBeStrings,
                _ => mayBeStrings || operandMayBeStrings,
            };
        }

        return Fail(start, UnclosedClass);
    }

    private SetOperator ReadSetOperator()
    {
        if (AtDouble('&'))
        {
            _position += 2;
            return SetOperator.Intersection;
        }

        if (AtDouble('-'))
        {
            _position += 2;
            return SetOperator.Subtraction;
        }

        return SetOperator.Union;
    }

    private bool ReadSetRangeEnd(int rangeStart, int depth, int from)
    {
        if (_position >= _end)
        {
            return Fail(rangeStart, UnclosedClass);
        }

        var endStart = _position;
        return ReadSetOperand(depth, out var to, out _)
            && (to != SetEscape ? CheckRange(rangeStart, from, to) : Fail(endStart, "A range needs single characters at both ends."));
    }

    /// <summary>Reads a nested class, a set, strings or one character, whose code point is then <paramref name="value"/>.</summary>
    private bool ReadSetOperand(int depth, out int value, out bool mayBeStrings)
    {
        value = SetEscape;
        mayBeStrings = false;
        var start = _position;
        if (_position >= _end)
        {
            return Fail(start, "Expected a member of the character class.");
        }

        var c = _text[_position];
        if (c == '[')
        {
            return ReadSetClass(depth + 1, out mayBeStrings);
        }

        if (c != '\\')
        {
            return ReadSetCharacter(out value);
        }

        if (_position + 1 < _end && _text[_position + 1] == 'q')
        {
            _position += 2;
            return ReadStrings(start, out mayBeStrings);
        }

        if (_position + 1 >= _end)
        {
            return FailAtEnd(start);
        }

        _position++;
        return ReadSetEscape(start, out var isSet, out mayBeStrings) && (isSet || ReadSetCharacterEscape(start, out value));
    }

    private bool ReadSetCharacter(out int value)
    {
        var start = _position;
        value = ReadCharacter();
        if (value is '(' or ')' or '[' or ']' or '{' or '}' or '/' or '-' or '|')
        {
            return Fail(start, $"A '{(char)value}' that stands for itself needs a backslash in a character class with the flag v.");
        }

        return !IsReservedDouble(value) || !At((char)value)
            || Fail(start, $"The pair '{(char)value}{(char)value}' is reserved in a character class with the flag v; write a backslash before it.");
    }

    private bool ReadSetCharacterEscape(int start, out int value)
    {
        var c = _text[_position];
        if (c == 'b')
        {
            return Take('\b', out value);
        }

        return c is '&' or '-' or '!' or '#' or '%' or ',' or ':' or ';' or '<' or '=' or '>' or '@' or '`' or '~'
            ? Take(c, out value)
            : ReadCharacterEscape(start, out value);
    }

    /// <summary>Reads the <c>{abc|d|}</c> of <c>\q{abc|d|}</c>.</summary>
    private bool ReadStrings(int start, out bool mayBeStrings)
    {
        mayBeStrings = false;
        if (!Skip('{'))
        {
            return Fail(start, "Expected '{', strings and '}' after \\q.");
        }

        var length = 0;
        while (_position < _end)
        {
            switch (_text[_position])
            {
                case '}':
                case '|':
                    mayBeStrings |= length != 1;
                    length = 0;
                    if (_text[_position++] == '}')
                    {
                        return true;
                    }

                    continue;
                case '\\':
                    var escape = _position++;
                    if (_position >= _end)
                    {
                        return FailAtEnd(escape);
                    }

                    if (!ReadSetCharacterEscape(escape, out _))
                    {
                        return false;
                    }

                    break;
                default:
                    if (!ReadSetCharacter(out _))
                    {
                        return false;
                    }

                    break;
            }

            length++;
        }

        return Fail(start, "The strings of \\q{…} are not closed: expected '}'.");
    }

    private readonly bool AtDouble(char c) => _position + 1 < _end && _text[_position] == c && _text[_position + 1] == c;

    private static bool IsReservedDouble(int c) =>
        c is '&' or '!' or '#' or '$' or '%' or '*' or '+' or ',' or '.' or ':' or ';' or '<' or '=' or '>' or '?' or '@' or '^' or '`' or '~';
}
