using System.Globalization;
using System.Text;
using Ahoy.Integrity.Content;

namespace Ahoy.Integrity.Requests;

/// <summary>Texts as clients write them, in a random one of the ways that mean the same.</summary>
internal static class RandomTexts
{
    /// <summary>A piece of the shared text, of UTF-16 units.</summary>
    public static string Any(Random random, int length) => SharedContent.TextAt(random.Next(SharedContent.TextLength), length);

    /// <summary>A size of any magnitude up to a largest one: as many small ones as large ones.</summary>
    public static int Size(Random random, int largest) => (int)Math.Exp(random.NextDouble() * Math.Log(largest + 1.0)) - 1 is var size && size > largest ? largest : size;

    /// <summary>Writes a text as a query or form has it: a blank may be a plus, a harmless character may be escaped too.</summary>
    public static string FormEncoded(Random random, string text)
    {
        var result = new StringBuilder(text.Length * 3);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            if (b == ' ' && random.Next(2) == 0)
            {
                result.Append('+');
            }
            else if ((char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'_' or (byte)'.' or (byte)'~') && random.Next(16) != 0)
            {
                result.Append((char)b);
            }
            else
            {
                result.Append('%').Append(b.ToString(random.Next(2) == 0 ? "x2" : "X2", CultureInfo.InvariantCulture));
            }
        }

        return result.ToString();
    }

    /// <summary>Writes a value as JSON; halves of pairs are always escaped, other characters now and then.</summary>
    public static void WriteJson(Random random, StringBuilder target, object? value)
    {
        switch (value)
        {
            case string text:
                WriteJsonText(random, target, text);
                break;
            case List<object?> list:
                target.Append('[');
                for (var i = 0; i < list.Count; i++)
                {
                    target.Append(i > 0 ? "," : "");
                    WriteJson(random, target, list[i]);
                }

                target.Append(']');
                break;
            case SortedDictionary<string, object?> values:
                target.Append('{');
                var isFirst = true;
                foreach (var (name, item) in values)
                {
                    target.Append(isFirst ? "" : " ,\n");
                    isFirst = false;
                    WriteJsonText(random, target, name);
                    target.Append(':');
                    WriteJson(random, target, item);
                }

                target.Append('}');
                break;
            case bool b:
                target.Append(b ? "true" : "false");
                break;
            default:
                target.Append(value is null ? "null" : Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    /// <summary>A text as <c>JSON.stringify</c> writes it.</summary>
    public static string Stringified(string text)
    {
        var result = new StringBuilder(text.Length + 16).Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                result.Append(c).Append(text[++i]);
                continue;
            }

            _ = c switch
            {
                '"' => result.Append("\\\""),
                '\\' => result.Append("\\\\"),
                '\b' => result.Append("\\b"),
                '\f' => result.Append("\\f"),
                '\n' => result.Append("\\n"),
                '\r' => result.Append("\\r"),
                '\t' => result.Append("\\t"),
                < ' ' or (>= '\ud800' and <= '\udfff') => result.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => result.Append(c),
            };
        }

        return result.Append('"').ToString();
    }

    private static void WriteJsonText(Random random, StringBuilder target, string text)
    {
        target.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                target.Append(c).Append(text[++i]);
            }
            else if (c is '"' or '\\' or < ' ' || char.IsSurrogate(c) || random.Next(64) == 0)
            {
                target.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                target.Append(c);
            }
        }

        target.Append('"');
    }
}
