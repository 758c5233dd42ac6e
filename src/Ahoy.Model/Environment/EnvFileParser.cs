namespace Ahoy.Model;

/// <summary>The grammar of an environment file; <see cref="EnvFile"/> says what it is.</summary>
internal sealed class EnvFileParser
{
    private readonly string _text;
    private readonly List<EnvVariable> _variables = [];
    private readonly List<EnvFileError> _errors = [];
    private int _position;
    private int _line = 1;

    public EnvFileParser(string text) =>
        _text = text.TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n');

    public EnvFile Parse()
    {
        while (_position < _text.Length)
        {
            ParseLine();
        }

        return new EnvFile(_variables, _errors);
    }

    private void ParseLine()
    {
        SkipBlanks();
        if (AtLineEnd || Current == '#')
        {
            SkipLine();
            return;
        }

        var line = _line;
        var name = ReadName();
        if (name == "export" && !AtLineEnd && IsBlank(Current))
        {
            SkipBlanks();
            // `export NAME` without a value exports what a shell already has: nothing to read here.
            name = !AtLineEnd && Current != '=' ? ReadName() : name;
        }

        SkipBlanks();
        if (name.Length == 0)
        {
            Fail(line, AtLineEnd || Current != '='
                ? $"a variable's name has letters, digits, '_', '.' and '-' only, and this line has '{Current}' there"
                : "the name before '=' is missing");
            return;
        }

        if (AtLineEnd || Current != '=')
        {
            Fail(line, $"'=' is missing after '{name}': write {name}=value, or put '#' before a comment");
            return;
        }

        _position++;
        SkipBlanks();
        var value = AtLineEnd ? "" : Current is '"' or '\'' or '`' ? ReadQuoted(name, line) : ReadPlain();
        if (value is not null)
        {
            _variables.Add(new EnvVariable(name, value, line));
        }

        SkipLine();
    }

    private string ReadName()
    {
        var start = _position;
        while (!AtLineEnd && (char.IsLetterOrDigit(Current) || Current is '_' or '.' or '-'))
        {
            _position++;
        }

        return _text.Substring(start, _position - start);
    }

    private string ReadPlain()
    {
        var start = _position;
        while (!AtLineEnd && Current != '#')
        {
            _position++;
        }

        return _text.Substring(start, _position - start).TrimEnd();
    }

    private string? ReadQuoted(string name, int line)
    {
        var quote = Current;
        var start = ++_position;
        while (_position < _text.Length && Current != quote)
        {
            // A backslash keeps the quote from closing the value, and stays in it, as in dotenv.
            _position += Current == '\\' && _position + 1 < _text.Length && _text[_position + 1] == quote ? 2 : 1;
        }

        if (_position >= _text.Length)
        {
            _errors.Add(new EnvFileError(line, $"the value of '{name}' opens with {quote} and never closes it"));
            // The rest of the file may be fine: go on with the next line, not at the end.
            _position = start;
            return null;
        }

        var value = _text.Substring(start, _position - start);
        foreach (var c in value)
        {
            _line += c == '\n' ? 1 : 0;
        }

        _position++;
        SkipBlanks();
        if (!AtLineEnd && Current != '#')
        {
            _errors.Add(new EnvFileError(_line, $"the value of '{name}' goes on after its closing {quote}: quote the whole value, or use another kind of quote around it"));
            return null;
        }

        return quote == '"' ? value.Replace("\\n", "\n").Replace("\\r", "\r") : value;
    }

    private void Fail(int line, string message)
    {
        _errors.Add(new EnvFileError(line, message));
        SkipLine();
    }

    private void SkipBlanks()
    {
        while (!AtLineEnd && IsBlank(Current))
        {
            _position++;
        }
    }

    private void SkipLine()
    {
        while (!AtLineEnd)
        {
            _position++;
        }

        _position++;
        _line++;
    }

    private char Current => _text[_position];

    private bool AtLineEnd => _position >= _text.Length || _text[_position] == '\n';

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\u00A0';
}
