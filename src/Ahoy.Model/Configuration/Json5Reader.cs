using System.Globalization;
using System.Text;

namespace Ahoy.Model;

/// <summary>
/// Reads JSON5: JSON with comments, unquoted keys, single quotes, trailing commas and JavaScript's numbers. The format of the
/// Serverless Toolkit's configuration; no package that reads it is to be had.
/// </summary>
/// <remarks>
/// An object becomes a dictionary, an array a list, and the rest <see cref="string"/>, <see cref="double"/>, <see cref="bool"/> or null.
/// Of a key that stands twice, the later counts, as in JavaScript.
/// </remarks>
internal sealed class Json5Reader
{
    // Nesting deeper than this is no configuration, and would overflow the stack before long.
    private const int MaximumDepth = 100;

    private readonly string _text;
    private int _position;
    private int _depth;

    private Json5Reader(string text) => _text = text.TrimStart('\uFEFF');

    /// <summary>Reads a whole text.</summary>
    /// <exception cref="Json5Exception">It is not valid.</exception>
    public static object? Parse(string text)
    {
        var reader = new Json5Reader(text);
        var value = reader.ReadValue();
        reader.SkipBlanks();
        return reader._position == reader._text.Length
            ? value
            : throw reader.Fail($"'{reader._text[reader._position]}' stands after the end of the value");
    }

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    private object? ReadValue()
    {
        SkipBlanks();
        if (++_depth > MaximumDepth)
        {
            throw Fail($"values are nested deeper than {MaximumDepth} levels");
        }

        object? value = Current switch
        {
            '{' => ReadObject(),
            '[' => ReadArray(),
            '"' or '\'' => ReadString(),
            _ => ReadWord(),
        };
        _depth--;
        return value;
    }

    private Dictionary<string, object?> ReadObject()
    {
        var result = new Dictionary<string, object?>(StringComparer.Ordinal);
        _position++;
        while (!TryClose('}'))
        {
            var key = Current is '"' or '\'' ? ReadString() : ReadIdentifier();
            SkipBlanks();
            if (Current != ':')
            {
                throw Fail($"':' is expected after '{key}'");
            }

            _position++;
            result[key] = ReadValue();
            Separate('}');
        }

        return result;
    }

    private List<object?> ReadArray()
    {
        var result = new List<object?>();
        _position++;
        while (!TryClose(']'))
        {
            result.Add(ReadValue());
            Separate(']');
        }

        return result;
    }

    private bool TryClose(char close)
    {
        SkipBlanks();
        if (_position >= _text.Length)
        {
            throw Fail($"'{close}' is missing");
        }

        if (Current != close)
        {
            return false;
        }

        _position++;
        return true;
    }

    private void Separate(char close)
    {
        SkipBlanks();
        if (Current == ',')
        {
            _position++;
        }
        else if (Current != close)
        {
            throw Fail(_position < _text.Length ? $"',' or '{close}' is expected, and '{Current}' found" : $"'{close}' is missing");
        }
    }

    private string ReadIdentifier()
    {
        var start = _position;
        while (char.IsLetterOrDigit(Current) || Current is '_' or '$')
        {
            _position++;
        }

        return _position > start && !char.IsDigit(_text[start])
            ? _text.Substring(start, _position - start)
            : throw Fail(_position < _text.Length ? $"a key is expected, and '{Current}' found" : "a key is expected");
    }

    private object? ReadWord()
    {
        var start = _position;
        while (char.IsLetterOrDigit(Current) || Current is '+' or '-' or '.' or '_' or '$')
        {
            _position++;
        }

        var word = _text.Substring(start, _position - start);
        switch (word)
        {
            case "true":
                return true;
            case "false":
                return false;
            case "null":
                return null;
            default:
                return Number(word) ?? throw Fail(word.Length > 0
                    ? $"'{word}' is no value: a text needs quotes"
                    : _position < _text.Length ? $"a value is expected, and '{Current}' found" : "a value is expected");
        }
    }

    private static double? Number(string word)
    {
        var sign = word.StartsWith("-", StringComparison.Ordinal) ? -1 : 1;
        var digits = word.Length > 0 && word[0] is '+' or '-' ? word.Substring(1) : word;
        if (digits is "Infinity" or "NaN")
        {
            return digits == "NaN" ? double.NaN : sign * double.PositiveInfinity;
        }

        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return long.TryParse(digits.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hexadecimal)
                ? sign * (double)hexadecimal
                : null;
        }

        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(digits, Style, CultureInfo.InvariantCulture, out var number) ? sign * number : null;
    }

    private string ReadString()
    {
        var quote = Current;
        var result = new StringBuilder();
        _position++;
        while (Current != quote || _position >= _text.Length)
        {
            if (_position >= _text.Length || Current is '\n' or '\r')
            {
                throw Fail($"a text opens with {quote} and never closes it");
            }

            if (Current == '\\')
            {
                _position++;
                ReadEscape(result);
            }
            else
            {
                result.Append(Current);
                _position++;
            }
        }

        _position++;
        return result.ToString();
    }

    private void ReadEscape(StringBuilder result)
    {
        var c = Current;
        _position++;
        switch (c)
        {
            case 'n': result.Append('\n'); break;
            case 'r': result.Append('\r'); break;
            case 't': result.Append('\t'); break;
            case 'b': result.Append('\b'); break;
            case 'f': result.Append('\f'); break;
            case 'v': result.Append('\v'); break;
            case '0': result.Append('\0'); break;
            case 'x': result.Append(ReadCodeUnit(2)); break;
            case 'u': result.Append(ReadCodeUnit(4)); break;
            case '\n': break;
            // A backslash at the end of a line continues the text on the next.
            case '\r': _position += Current == '\n' ? 1 : 0; break;
            default: result.Append(c); break;
        }
    }

    private char ReadCodeUnit(int length)
    {
        if (_position + length > _text.Length
            || !ushort.TryParse(_text.Substring(_position, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
        {
            throw Fail($"an escape needs {length} hexadecimal digits");
        }

        _position += length;
        return (char)unit;
    }

    private void SkipBlanks()
    {
        while (_position < _text.Length)
        {
            if (char.IsWhiteSpace(Current) || Current == '\uFEFF')
            {
                _position++;
            }
            else if (At("//"))
            {
                var end = _text.IndexOfAny(['\n', '\r'], _position);
                _position = end < 0 ? _text.Length : end;
            }
            else if (At("/*"))
            {
                var end = _text.IndexOf("*/", _position + 2, StringComparison.Ordinal);
                _position = end < 0 ? throw Fail("a comment opens with /* and is never closed") : end + 2;
            }
            else
            {
                return;
            }
        }
    }

    private bool At(string mark) => string.CompareOrdinal(_text, _position, mark, 0, mark.Length) == 0;

    private Json5Exception Fail(string message)
    {
        var line = 1;
        for (var i = 0; i < _position && i < _text.Length; i++)
        {
            line += _text[i] == '\n' ? 1 : 0;
        }

        return new Json5Exception(line, message);
    }
}
