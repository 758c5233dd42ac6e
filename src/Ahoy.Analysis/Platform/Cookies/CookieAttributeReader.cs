using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Cookies;

/// <summary>Takes attributes of cookies out of strings.</summary>
internal static class CookieAttributeReader
{
    private const char Separator = ';';

    /// <summary>The attributes in a header's value: all but the first part, which is the cookie itself.</summary>
    public static IEnumerable<CookieAttribute> ReadHeader(SourceFile file, Node value) => Read(file, value).Skip(1).OfType<CookieAttribute>();

    /// <summary>The attributes in a string that holds nothing else.</summary>
    public static IEnumerable<CookieAttribute> ReadAttributes(SourceFile file, Node value) => Read(file, value).OfType<CookieAttribute>();

    private static IEnumerable<CookieAttribute?> Read(SourceFile file, Node value)
    {
        var partial = PartialText.Of(file, value);
        var text = partial.Text;
        for (int start = 0, end; start <= text.Length; start = end + 1)
        {
            end = text.IndexOf(Separator, start);
            end = end < 0 ? text.Length : end;
            yield return Read(partial, text, start, end);
        }
    }

    private static CookieAttribute? Read(PartialText partial, string text, int start, int end)
    {
        Trim(text, ref start, ref end);
        if (start == end)
        {
            return null;
        }

        var equals = text.IndexOf('=', start, end - start);
        var (valueStart, valueEnd) = (equals < 0 ? end : equals + 1, end);
        Trim(text, ref valueStart, ref valueEnd);
        var name = text.Substring(start, (equals < 0 ? end : equals) - start).Trim();
        var expression = valueEnd - valueStart == 1 ? partial.HoleAt(valueStart) : null;
        var (from, to) = partial.PlaceOf(start, end);
        return new CookieAttribute(name, text.Substring(valueStart, valueEnd - valueStart), expression, from, to);
    }

    private static void Trim(string text, ref int start, ref int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (start < end && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }
    }
}
