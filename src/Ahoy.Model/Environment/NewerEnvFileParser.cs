using System.Text.RegularExpressions;

namespace Ahoy.Model;

/// <summary>Reads an environment file as dotenv 15 and later do, to tell where that differs from what counts.</summary>
internal static class NewerEnvFileParser
{
    // The expression of that package. Its beginning is bound to one line, which finds the same names and takes linear time.
    private static readonly Regex s_entry = new(
        @"(?<![^\n\u2028\u2029])[\t\v\f \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\uFEFF]*(?:export{S}+)?(?<name>[A-Za-z0-9_.-]+)(?:{S}*={S}*?|:{S}+?)"
            .Replace("{S}", DotenvText.Space)
        + @"(?<value>{S}*'(?:\\'|[^'])*'|{S}*""(?:\\""|[^""])*""|{S}*`(?:\\`|[^`])*`|[^#\r\n]+)?{S}*(?:#[^\n\r\u2028\u2029]*)?(?=[\n\u2028\u2029]|\z)"
            .Replace("{S}", DotenvText.Space),
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    // It takes the quotes of each line of a value.
    private static readonly Regex s_quotes = new(
        @"(?<![^\n\u2028\u2029])(?<quote>['""`])(?<text>[\s\S]*)\k<quote>(?=[\n\u2028\u2029]|\z)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    public static IReadOnlyList<NewerEnvEntry> Parse(string text)
    {
        var lines = text.Replace("\r\n", "\n").Replace('\r', '\n');
        var entries = new List<NewerEnvEntry>();
        var line = 1;
        var counted = 0;
        for (var match = s_entry.Match(lines); match.Success; match = match.NextMatch())
        {
            var name = match.Groups["name"];
            var value = match.Groups["value"];
            line = DotenvText.LineAt(lines, name.Index, counted, line);
            counted = name.Index;
            var end = value.Success ? DotenvText.LineAt(lines, value.Index + value.Length, counted, line) : line;
            entries.Add(new NewerEnvEntry(name.Value, Unquote(value.Value), line, end));
        }

        return entries;
    }

    private static string Unquote(string raw)
    {
        var value = DotenvText.Trim(raw);
        var isDouble = value.Length > 0 && value[0] == '"';
        value = s_quotes.Replace(value, "${text}");
        return isDouble ? value.Replace("\\n", "\n").Replace("\\r", "\r") : value;
    }
}
