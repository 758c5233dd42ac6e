namespace Ahoy.JavaScript.Parsing.RegularExpressions;

/// <summary>
/// One pass over a pattern. Groups are kept on a stack of its own, so that a pattern may nest them as deep as it likes; only
/// the nested classes of the flag v recurse, to a fixed depth.
/// </summary>
internal ref partial struct PatternValidator
{
    private readonly string _text;
    private readonly int _end;
    private readonly bool _unicode;
    private readonly bool _sets;
    private int _position;

    private GroupNames _names;
    private int _groupCount;
    private OpenGroup[]? _openGroups;
    private int _depth;

    // What can be judged only when all groups are known.
    private List<(int Offset, string Name)>? _nameReferences;
    private int _firstBadNameReference;
    private string _badNameReferenceMessage;
    private int _largestReference;
    private int _largestReferenceOffset;

    public PatternValidator(string text, int start, int end, RegExpFlags flags)
        : this()
    {
        _text = text;
        _position = start;
        _end = end;
        _sets = (flags & RegExpFlags.UnicodeSets) != 0;
        _unicode = _sets || (flags & RegExpFlags.Unicode) != 0;
        _firstBadNameReference = -1;
        _badNameReferenceMessage = "";
        ErrorMessage = "";
    }

    public int ErrorOffset { get; private set; }

    public string ErrorMessage { get; private set; }

    public bool Validate()
    {
        while (_position < _end)
        {
            if (!ReadTerm())
            {
                return false;
            }
        }

        return _depth == 0
            ? CheckReferences()
            : Fail(_openGroups![_depth - 1].Start, "This group of the regular expression is not closed: expected ')'.");
    }

    private bool ReadTerm()
    {
        var start = _position;
        var c = _text[_position];
        switch (c)
        {
            case '|':
                _position++;
                _names.HideFrom(_depth == 0 ? 0 : _openGroups![_depth - 1].FirstName);
                return true;
            case '(':
                return OpenGroup();
            case ')':
                return CloseGroup();
            case '^':
            case '$':
                _position++;
                return RefuseQuantifier();
            case '[':
                return ReadClass() && ReadQuantifier();
            case '\\':
                if (_position + 1 < _end && _text[_position + 1] is 'b' or 'B')
                {
                    _position += 2;
                    return RefuseQuantifier();
                }

                return ReadAtomEscape() && ReadQuantifier();
            case '*':
            case '+':
            case '?':
                return Fail(start, "There is nothing here for the quantifier to repeat.");
            case '{':
                if (IsBracedQuantifier(out _))
                {
                    return Fail(start, "There is nothing here for the quantifier to repeat.");
                }

                goto case '}';
            case '}':
            case ']':
                if (_unicode)
                {
                    return Fail(start, $"A '{c}' that stands for itself needs a backslash in a regular expression with the flag u or v.");
                }

                _position++;
                return ReadQuantifier();
            default:
                ReadCharacter();
                return ReadQuantifier();
        }
    }

    /// <summary>Reads a quantifier, if one stands here.</summary>
    private bool ReadQuantifier()
    {
        if (_position >= _end)
        {
            return true;
        }

        switch (_text[_position])
        {
            case '*':
            case '+':
            case '?':
                _position++;
                break;
            case '{' when IsBracedQuantifier(out var length):
                if (!AreBoundsInOrder(_position + 1))
                {
                    return Fail(_position, "The numbers of the quantifier are out of order: the first is greater than the second.");
                }

                _position += length;
                break;
            default:
                return true;
        }

        if (_position < _end && _text[_position] == '?')
        {
            _position++;
        }

        return true;
    }

    private bool RefuseQuantifier()
    {
        if (_position < _end && (_text[_position] is '*' or '+' or '?' || (_text[_position] == '{' && IsBracedQuantifier(out _))))
        {
            return Fail(_position, "An assertion can't be repeated.");
        }

        return true;
    }

    /// <summary>Whether <c>{n}</c>, <c>{n,}</c> or <c>{n,m}</c> stands here.</summary>
    private readonly bool IsBracedQuantifier(out int length)
    {
        var i = SkipDigits(_position + 1);
        length = 0;
        if (i == _position + 1)
        {
            return false;
        }

        if (i < _end && _text[i] == ',')
        {
            i = SkipDigits(i + 1);
        }

        if (i >= _end || _text[i] != '}')
        {
            return false;
        }

        length = i + 1 - _position;
        return true;
    }

    private readonly bool AreBoundsInOrder(int first)
    {
        var firstEnd = SkipDigits(first);
        if (_text[firstEnd] != ',' || _text[firstEnd + 1] == '}')
        {
            return true;
        }

        var second = firstEnd + 1;
        var secondEnd = SkipDigits(second);
        first = SkipZeros(first, firstEnd);
        second = SkipZeros(second, secondEnd);

        // The numbers may be longer than any integer, so they are compared as digits.
        var difference = (firstEnd - first) - (secondEnd - second);
        return difference < 0 || (difference == 0 && string.CompareOrdinal(_text, first, _text, second, firstEnd - first) <= 0);
    }

    private readonly int SkipDigits(int index)
    {
        while (index < _end && IsDigit(_text[index]))
        {
            index++;
        }

        return index;
    }

    private readonly int SkipZeros(int index, int end)
    {
        while (index < end && _text[index] == '0')
        {
            index++;
        }

        return index;
    }

    private readonly bool At(char c) => _position < _end && _text[_position] == c;

    private bool Skip(char c)
    {
        if (!At(c))
        {
            return false;
        }

        _position++;
        return true;
    }

    /// <summary>Reads one character: a code point with the flags u and v, a UTF-16 code unit without.</summary>
    private int ReadCharacter()
    {
        var c = _text[_position++];
        return _unicode && char.IsHighSurrogate(c) && _position < _end && char.IsLowSurrogate(_text[_position])
            ? char.ConvertToUtf32(c, _text[_position++])
            : c;
    }

    private static bool IsDigit(char c) => (uint)(c - '0') <= 9;

    private static bool IsLetter(char c) => (uint)((c | 0x20) - 'a') <= 'z' - 'a';

    private bool Fail(int offset, string message)
    {
        ErrorOffset = offset;
        ErrorMessage = message;
        return false;
    }
}
