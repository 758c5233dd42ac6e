namespace Ahoy.Model;

/// <summary>Reads an environment file as dotenv 6.2 does, character for character; <see cref="EnvFile"/> says what that is.</summary>
/// <remarks>
/// That version matches each line with <c>^\s*([\w.-]+)\s*=\s*(.*)?\s*$</c>, takes one quote from each end of the value, whatever they are, and
/// then cuts white space. Here it is written out, for the expression takes cubic time for some lines.
/// </remarks>
internal sealed class EnvFileParser
{
    // A longer word may be a part of a secret that spans lines.
    private const int LongestShownWord = 30;

    private readonly string _text;
    private readonly List<EnvVariable> _variables = [];
    private readonly List<EnvFileError> _errors = [];

    private EnvFileParser(string text) => _text = text;

    public static EnvFile Parse(string text)
    {
        var parser = new EnvFileParser(text);
        parser.ReadLines();
        var newer = NewerEnvFileParser.Parse(text);
        return new EnvFile(
            parser._variables,
            [.. parser._errors.Where(error => !newer.Any(entry => entry.Covers(error.Line)))],
            EnvFileComparison.Compare(parser._variables, newer));
    }

    private void ReadLines()
    {
        var line = 1;
        for (var start = 0; start <= _text.Length;)
        {
            var end = _text.IndexOf('\n', start);
            end = end < 0 ? _text.Length : end;
            ReadLine(start, end, line);
            line = DotenvText.LineAt(_text, Math.Min(end + 1, _text.Length), start, line);
            start = end + 1;
        }
    }

    private void ReadLine(int start, int end, int line)
    {
        var position = SkipSpace(start, end);
        if (position == end || _text[position] == '#')
        {
            return;
        }

        line = DotenvText.LineAt(_text, position, start, line);
        var name = ReadName(position, end);
        position = SkipSpace(position + name.Length, end);
        if (name.Length == 0 || position == end || _text[position] != '=')
        {
            _errors.Add(new EnvFileError(line, DescribeNoAssignment(name, position == end ? null : _text[position])));
        }
        else if (ReadValue(position + 1, end) is not { } value)
        {
            _errors.Add(new EnvFileError(line, $"the value of '{name}' has a line end of another kind in it: save the file with the line ends of this system"));
        }
        else if (name != "__proto__")
        {
            // JavaScript's objects can't have that one.
            _variables.Add(new EnvVariable(name, value, line));
        }
    }

    private string ReadName(int start, int end)
    {
        var position = start;
        while (position < end && DotenvText.IsNamePart(_text[position]))
        {
            position++;
        }

        return _text.Substring(start, position - start);
    }

    // Null where the expression does not match.
    private string? ReadValue(int start, int end)
    {
        start = SkipSpace(start, end);
        var position = start;
        while (position < end && !DotenvText.EndsLine(_text[position]))
        {
            position++;
        }

        return SkipSpace(position, end) < end ? null : Unquote(_text.Substring(start, position - start));
    }

    private static string Unquote(string value)
    {
        if (value.Length > 0 && value[0] == '"' && value[value.Length - 1] == '"')
        {
            value = value.Replace("\\n", "\n");
        }

        var first = value.Length > 0 && IsQuote(value[0]) ? 1 : 0;
        var length = value.Length - first;
        length -= length > 0 && IsQuote(value[value.Length - 1]) ? 1 : 0;
        return DotenvText.Trim(value.Substring(first, length));
    }

    private static bool IsQuote(char c) => c is '"' or '\'';

    private int SkipSpace(int position, int end)
    {
        while (position < end && DotenvText.IsSpace(_text[position]))
        {
            position++;
        }

        return position;
    }

    private static string DescribeNoAssignment(string name, char? next) => (name, next) switch
    {
        ("", '=') => "the name before '=' is missing",
        ("", _) => $"a variable's name has letters, digits, '_', '.' and '-' only, and this line has {Show(next!.Value)} there",
        ({ Length: > LongestShownWord }, _) => "'=' is missing: write NAME=value in one line, or put '#' before a comment",
        _ => $"'=' is missing after '{name}': write {name}=value, or put '#' before a comment",
    };

    private static string Show(char c) => char.IsControl(c) || char.IsSurrogate(c) ? $"U+{(int)c:X4}" : $"'{c}'";
}
