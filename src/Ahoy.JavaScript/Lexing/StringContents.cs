using System.Text;

namespace Ahoy.JavaScript.Lexing;

/// <summary>Makes the value of a string literal from its text.</summary>
internal static class StringContents
{
    /// <summary>The value of the literal at a span, its quotes included. An escape that is not valid stays as it is.</summary>
    public static string Read(string text, int start, int end)
    {
        if (end <= start)
        {
            return string.Empty;
        }

        var quote = text[start];
        var from = start + 1;
        var to = end > from && text[end - 1] == quote ? end - 1 : end;
        var backslash = text.IndexOf('\\', from, to - from);
        if (backslash < 0)
        {
            return text.Substring(from, to - from);
        }

        var output = new StringBuilder(to - from);
        output.Append(text, from, backslash - from);
        for (var i = backslash; i < to;)
        {
            if (text[i] != '\\')
            {
                output.Append(text[i++]);
                continue;
            }

            i++;
            if (!EscapeSequence.TryRead(text, ref i, to, octal: true, output))
            {
                output.Append('\\');
            }
        }

        return output.ToString();
    }
}
