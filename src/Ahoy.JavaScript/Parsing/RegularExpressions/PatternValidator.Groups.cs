using System.Text;

namespace Ahoy.JavaScript.Parsing.RegularExpressions;

/// <content>Groups, their names and the references to them.</content>
internal ref partial struct PatternValidator
{
    private bool OpenGroup()
    {
        var start = _position++;
        var repeatable = true;
        var firstName = _names.Count;
        if (!Skip('?'))
        {
            _groupCount++;
        }
        else if (Skip('='))
        {
            repeatable = !_unicode;
        }
        else if (Skip('!'))
        {
            repeatable = !_unicode;
        }
        else if (At('<') && _position + 1 < _end && _text[_position + 1] is '=' or '!')
        {
            _position += 2;
            repeatable = false;
        }
        else if (At('<'))
        {
            _groupCount++;
            var nameStart = _position;
            if (ReadGroupName(out var error) is not { } name)
            {
                return Fail(nameStart, error);
            }

            if (!_names.TryAdd(name))
            {
                return Fail(nameStart, $"The group name '{name}' is used twice in the same alternative.");
            }
        }
        else if (!Skip(':') && !ReadModifiers())
        {
            return false;
        }

        // The group's own name stays in sight in all of its alternatives.
        Push(new OpenGroup(start, Math.Max(firstName, _names.Count), repeatable));
        return true;
    }

    private bool CloseGroup()
    {
        if (_depth == 0)
        {
            return Fail(_position, "This ')' closes no group; a ')' that stands for itself needs a backslash.");
        }

        _position++;
        var group = _openGroups![--_depth];
        _names.ShowFrom(group.FirstName);
        return group.Repeatable ? ReadQuantifier() : RefuseQuantifier();
    }

    private void Push(OpenGroup group)
    {
        if (_openGroups is null)
        {
            _openGroups = new OpenGroup[4];
        }
        else if (_depth == _openGroups.Length)
        {
            Array.Resize(ref _openGroups, _depth * 2);
        }

        _openGroups[_depth++] = group;
    }

    /// <summary>Reads the modifiers of <c>(?i-m:…)</c>, from behind the question mark to behind the colon.</summary>
    private bool ReadModifiers()
    {
        const RegExpFlags allowed = RegExpFlags.IgnoreCase | RegExpFlags.Multiline | RegExpFlags.DotAll;
        var seen = RegExpFlags.None;
        var start = _position;
        var removing = false;
        for (; _position < _end; _position++)
        {
            var c = _text[_position];
            if (c == ':')
            {
                if (seen == RegExpFlags.None)
                {
                    return Fail(start, "Expected a modifier (i, m or s) before or after the '-'.");
                }

                _position++;
                return true;
            }

            if (c == '-' && !removing)
            {
                removing = true;
                continue;
            }

            var flag = RegExpFlagsParser.FlagOf(c) & allowed;
            if (flag == RegExpFlags.None)
            {
                break;
            }

            if ((seen & flag) != 0)
            {
                return Fail(_position, $"The modifier '{c}' is given twice.");
            }

            seen |= flag;
        }

        return Fail(start, "Invalid group: expected ':', '=', '!', '<=', '<!', '<name>' or modifiers (i, m, s) and ':' after '(?'.");
    }

    /// <summary>Reads <c>&lt;name&gt;</c> and gives the name, with its escapes resolved; null where there is none.</summary>
    private string? ReadGroupName(out string error)
    {
        error = "Expected a group name: '<', an identifier and '>'.";
        if (!Skip('<'))
        {
            return null;
        }

        var start = _position;
        StringBuilder? builder = null;
        while (_position < _end && _text[_position] != '>')
        {
            var partStart = _position;
            if (ReadNameCharacter() is not { } codePoint || !IsNameCharacter(codePoint, partStart == start))
            {
                return null;
            }

            if (builder is null && _text[partStart] == '\\')
            {
                builder = new StringBuilder(_text, start, partStart - start, 16);
            }

            builder?.Append(char.ConvertFromUtf32(codePoint));
        }

        var end = _position;
        return Skip('>') && end > start ? builder?.ToString() ?? _text.Substring(start, end - start) : null;
    }

    private int? ReadNameCharacter()
    {
        var c = _text[_position++];
        int codePoint;
        if (c == '\\')
        {
            // A name takes code point escapes with any flags.
            if (!Skip('u') || !TryReadUnicodeEscape(true, out codePoint))
            {
                return null;
            }
        }
        else if (char.IsHighSurrogate(c) && _position < _end && char.IsLowSurrogate(_text[_position]))
        {
            codePoint = char.ConvertToUtf32(c, _text[_position++]);
        }
        else
        {
            codePoint = c;
        }

        return codePoint is >= 0xD800 and <= 0xDFFF ? null : codePoint;
    }

    /// <summary>Reads what follows <c>\k</c>. Without the flags u and v it is a reference only if the pattern names a group somewhere.</summary>
    private bool ReadNameReference(int start)
    {
        var nameStart = _position;
        if (ReadGroupName(out var error) is { } name)
        {
            (_nameReferences ??= []).Add((start, name));
            return true;
        }

        if (_unicode)
        {
            return Fail(start, error);
        }

        _position = nameStart;
        NoteBadNameReference(start, error);
        return true;
    }

    private void NoteBadNameReference(int offset, string message)
    {
        if (_firstBadNameReference < 0)
        {
            _firstBadNameReference = offset;
            _badNameReferenceMessage = message;
        }
    }

    private readonly bool IsNameCharacter(int codePoint, bool first) =>
        first ? Characters.IsIdentifierStart(codePoint) : Characters.IsIdentifierPart(codePoint);

    /// <summary>Judges the references, now that all groups are known.</summary>
    private bool CheckReferences()
    {
        if (_unicode && _largestReference > _groupCount)
        {
            return Fail(_largestReferenceOffset, $"There is no group {_largestReference}; the regular expression has {_groupCount}.");
        }

        if (!_unicode && _names.Count == 0)
        {
            return true;
        }

        if (_firstBadNameReference >= 0)
        {
            return Fail(_firstBadNameReference, _badNameReferenceMessage);
        }

        foreach (var (offset, name) in _nameReferences ?? [])
        {
            if (!_names.Contains(name))
            {
                return Fail(offset, $"There is no group named '{name}'.");
            }
        }

        return true;
    }
}
