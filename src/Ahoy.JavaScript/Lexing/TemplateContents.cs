using System.Text;

namespace Ahoy.JavaScript.Lexing;

/// <summary>Makes the values of a template's text.</summary>
internal static class TemplateContents
{
    /// <summary>The text with its line breaks as line feeds.</summary>
    public static string Raw(string text, int start, int end)
    {
        var raw = text.Substring(start, end - start);
        return raw.IndexOf('\r') < 0 ? raw : raw.Replace("\r\n", "\n").Replace('\r', '\n');
    }

    /// <summary>The text with its escapes resolved, or <see langword="null"/> where one is not valid.</summary>
    public static string? Cook(string text, int start, int end)
    {
        var raw = Raw(text, start, end);
        if (raw.IndexOf('\\') < 0)
        {
            return raw;
        }

        var output = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length;)
        {
            if (raw[i] != '\\')
            {
                output.Append(raw[i++]);
                continue;
            }

            i++;
            if (!EscapeSequence.TryRead(raw, ref i, raw.Length, octal: false, output))
            {
                return null;
            }
        }

        return output.ToString();
    }
}
