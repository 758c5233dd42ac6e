using System.Text;

namespace Ahoy.JavaScript.Lexing;

/// <summary>Reads the escape sequences of strings, templates and identifiers.</summary>
internal static class EscapeSequence
{
    /// <summary>
    /// Reads what follows a backslash in a string or a template and appends what it stands for.
    /// </summary>
    /// <param name="text">The source.</param>
    /// <param name="index">The offset after the backslash; moved behind the sequence if it is valid.</param>
    /// <param name="end">The offset where the literal's contents end.</param>
    /// <param name="octal">Whether the octal escapes of sloppy strings, and <c>\8</c> and <c>\9</c>, are read.</param>
    /// <param name="output">Takes the characters.</param>
    public static bool TryRead(string text, ref int index, int end, bool octal, StringBuilder output)
    {
        if (index >= end)
        {
            return false;
        }

        var c = text[index];
        switch (c)
        {
            case 'x':
                return TryReadHex(text, ref index, end, output);
            case 'u':
                return TryReadUnicode(text, ref index, end, output);
            case >= '0' and <= '9':
                return TryReadDigits(text, ref index, end, octal, output);
            case '\r':
                index += index + 1 < end && text[index + 1] == '\n' ? 2 : 1;
                return true;
            case '\n' or '\u2028' or '\u2029':
                index++;
                return true;
            default:
                output.Append(Simple(c));
                index++;
                return true;
        }
    }

    /// <summary>Reads the code point of <c>uXXXX</c> or <c>u{X…}</c>; -1 if it is not valid.</summary>
    /// <param name="text">The source.</param>
    /// <param name="index">The offset of the <c>u</c>; moved behind the sequence if it is valid.</param>
    /// <param name="end">The offset where the text ends.</param>
    public static int ReadCodePoint(string text, ref int index, int end)
    {
        var i = index + 1;
        if (index >= end || text[index] != 'u')
        {
            return -1;
        }

        if (i >= end || text[i] != '{')
        {
            var unit = ReadHex(text, i, 4, end);
            if (unit >= 0)
            {
                index = i + 4;
            }

            return unit;
        }

        var value = 0;
        for (i++; i < end && HexDigit(text[i]) >= 0; i++)
        {
            value = (value * 16) + HexDigit(text[i]);
            if (value > 0x10FFFF)
            {
                return -1;
            }
        }

        if (i >= end || text[i] != '}' || text[i - 1] == '{')
        {
            return -1;
        }

        index = i + 1;
        return value;
    }

    public static int HexDigit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };

    /// <summary>Appends a code point; a surrogate stands for itself.</summary>
    public static void Append(StringBuilder output, int codePoint)
    {
        if (codePoint >= 0x10000)
        {
            output.Append((char)(0xD800 + ((codePoint - 0x10000) >> 10)));
            output.Append((char)(0xDC00 + (codePoint & 0x3FF)));
        }
        else
        {
            output.Append((char)codePoint);
        }
    }

    private static char Simple(char c) => c switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'b' => '\b',
        'f' => '\f',
        'v' => '\v',
        _ => c,
    };

    private static bool TryReadHex(string text, ref int index, int end, StringBuilder output)
    {
        var unit = ReadHex(text, index + 1, 2, end);
        if (unit < 0)
        {
            return false;
        }

        output.Append((char)unit);
        index += 3;
        return true;
    }

    private static bool TryReadUnicode(string text, ref int index, int end, StringBuilder output)
    {
        var codePoint = ReadCodePoint(text, ref index, end);
        if (codePoint < 0)
        {
            return false;
        }

        Append(output, codePoint);
        return true;
    }

    private static bool TryReadDigits(string text, ref int index, int end, bool octal, StringBuilder output)
    {
        var nextIsDigit = index + 1 < end && text[index + 1] is >= '0' and <= '9';
        if (text[index] == '0' && !nextIsDigit)
        {
            output.Append('\0');
            index++;
            return true;
        }

        if (!octal)
        {
            return false;
        }

        if (text[index] >= '8')
        {
            output.Append(text[index++]);
            return true;
        }

        var value = 0;
        for (var digits = 0; digits < 3 && index < end && text[index] is >= '0' and <= '7'; digits++)
        {
            var next = (value * 8) + (text[index] - '0');
            if (next > 255)
            {
                break;
            }

            value = next;
            index++;
        }

        output.Append((char)value);
        return true;
    }

    private static int ReadHex(string text, int index, int digits, int end)
    {
        if (index + digits > end)
        {
            return -1;
        }

        var value = 0;
        for (var i = index; i < index + digits; i++)
        {
            var digit = HexDigit(text[i]);
            if (digit < 0)
            {
                return -1;
            }

            value = (value * 16) + digit;
        }

        return value;
    }
}
