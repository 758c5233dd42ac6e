using System.Globalization;
using System.Text;

namespace Ahoy.JavaScript.Syntax;

/// <summary>Writes nodes as JSON, exactly as <c>JSON.stringify</c> writes values.</summary>
internal sealed class EstreeWriter
{
    private const int LevelsBetweenStackChecks = 16;

    private readonly StringBuilder _output;
    private int _depth;

    public EstreeWriter(StringBuilder output) => _output = output;

    public void Write(Node node)
    {
        _depth++;
        if (_depth % LevelsBetweenStackChecks == 0 && !StackGuard.HasRoom())
        {
            WriteOnNewStack(node);
        }
        else
        {
            WriteObject(node);
        }

        _depth--;
    }

    public void Field(string name, Node? value)
    {
        Name(name);
        WriteOrNull(value);
    }

    public void Field<T>(string name, NodeList<T> values)
        where T : Node?
    {
        Name(name);
        _output.Append('[');
        for (var i = 0; i < values.Count; i++)
        {
            if (i > 0)
            {
                _output.Append(',');
            }

            WriteOrNull(values[i]);
        }

        _output.Append(']');
    }

    public void Field(string name, string? value)
    {
        Name(name);
        WriteString(value);
    }

    public void Field(string name, bool value)
    {
        Name(name);
        _output.Append(value ? "true" : "false");
    }

    public void Field(string name, double value)
    {
        Name(name);
        _output.Append(JsonNumber.Format(value));
    }

    public void Null(string name)
    {
        Name(name);
        _output.Append("null");
    }

    public void RegExp(string pattern, string flags)
    {
        _output.Append(",\"regex\":{\"pattern\":");
        WriteString(pattern);
        _output.Append(",\"flags\":");
        WriteString(flags);
        _output.Append('}');
    }

    public void TemplateValue(string raw, string? cooked)
    {
        _output.Append(",\"value\":{\"raw\":");
        WriteString(raw);
        _output.Append(",\"cooked\":");
        WriteString(cooked);
        _output.Append('}');
    }

    private void WriteOnNewStack(Node node) => StackGuard.Run(() => WriteObject(node));

    private void WriteObject(Node node)
    {
        _output.Append("{\"type\":\"").Append(node.Type)
            .Append("\",\"start\":").Append(node.Start)
            .Append(",\"end\":").Append(node.End);
        node.WriteFields(this);
        _output.Append('}');
    }

    private void WriteOrNull(Node? value)
    {
        if (value is null)
        {
            _output.Append("null");
        }
        else
        {
            Write(value);
        }
    }

    private void Name(string name) => _output.Append(",\"").Append(name).Append("\":");

    private void WriteString(string? value)
    {
        if (value is null)
        {
            _output.Append("null");
            return;
        }

        _output.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            WriteCharacter(value, i);
        }

        _output.Append('"');
    }

    private void WriteCharacter(string value, int index)
    {
        var c = value[index];
        switch (c)
        {
            case '"':
            case '\\':
                _output.Append('\\').Append(c);
                break;
            case '\b':
                _output.Append("\\b");
                break;
            case '\f':
                _output.Append("\\f");
                break;
            case '\n':
                _output.Append("\\n");
                break;
            case '\r':
                _output.Append("\\r");
                break;
            case '\t':
                _output.Append("\\t");
                break;
            default:
                if (c < ' ' || IsLoneSurrogate(value, index))
                {
                    _output.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                }
                else
                {
                    _output.Append(c);
                }

                break;
        }
    }

    private static bool IsLoneSurrogate(string value, int index)
    {
        var c = value[index];
        return char.IsHighSurrogate(c) ? index + 1 == value.Length || !char.IsLowSurrogate(value[index + 1])
            : char.IsLowSurrogate(c) && (index == 0 || !char.IsHighSurrogate(value[index - 1]));
    }
}
