namespace Ahoy.Model;

/// <summary>What dotenv, a JavaScript package, takes for white space and for the end of a line.</summary>
internal static class DotenvText
{
    /// <summary>White space, as a class of a regular expression: JavaScript's <c>\s</c>, which is not .NET's.</summary>
    public const string Space = @"[\t\n\v\f\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]";

    /// <summary>What JavaScript's <c>trim</c> cuts.</summary>
    private static readonly char[] s_space =
    [
        '\t', '\n', '\v', '\f', '\r', ' ', '\u00A0', '\u1680', '\u2000', '\u2001', '\u2002', '\u2003', '\u2004', '\u2005', '\u2006', '\u2007',
        '\u2008', '\u2009', '\u200A', '\u2028', '\u2029', '\u202F', '\u205F', '\u3000', '\uFEFF',
    ];

    public static bool IsSpace(char c) => c == ' ' || Array.IndexOf(s_space, c) >= 0;

    /// <summary>Whether a dot of a regular expression stops there.</summary>
    public static bool EndsLine(char c) => c is '\n' or '\r' or '\u2028' or '\u2029';

    public static bool IsNamePart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.' or '-';

    public static string Trim(string text) => text.Trim(s_space);

    /// <summary>The line that a position of a text is in, from 1; a carriage return alone ends a line, too, as editors have it.</summary>
    public static int LineAt(string text, int position, int from = 0, int line = 1)
    {
        for (var i = from; i < position; i++)
        {
            line += text[i] == '\n' || (text[i] == '\r' && (i + 1 >= text.Length || text[i + 1] != '\n')) ? 1 : 0;
        }

        return line;
    }
}
