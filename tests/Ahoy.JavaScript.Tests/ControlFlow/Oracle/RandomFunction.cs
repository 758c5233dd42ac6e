using System.Text;

namespace Ahoy.JavaScript.Tests.ControlFlow.Oracle;

/// <summary>
/// Writes small generator functions at random, of all statements that steer. Each name in them is used once, so that a path is
/// told by the names on it. Names alone never throw, calls may.
/// </summary>
internal sealed class RandomFunction
{
    private const int MostDepth = 4;

    private readonly Random _random;
    private readonly StringBuilder _text = new();
    private readonly List<string> _labels = [];
    private int _names;
    private int _loops;
    private int _budget;

    private RandomFunction(int seed) => _random = new Random(seed);

    public static string Write(int seed)
    {
        var writer = new RandomFunction(seed);
        writer._budget = 4 + writer._random.Next(9);
        writer._text.Append("function* f() { ");
        writer.Statements(0);
        writer._text.Append('}');
        return writer._text.ToString();
    }

    private void Statements(int depth)
    {
        var count = 1 + _random.Next(3);
        for (var i = 0; i < count && _budget > 0; i++)
        {
            Statement(depth);
        }
    }

    private void Statement(int depth)
    {
        _budget--;
        switch (depth >= MostDepth ? _random.Next(9) : _random.Next(24))
        {
            case 0 or 1 or 2:
                Line(Value());
                break;
            case 3 or 4:
                Line(Name() + "()");
                break;
            case 5:
                Line("return" + (_random.Next(2) == 0 ? "" : " " + Value()));
                break;
            case 6:
                Line("throw " + Name());
                break;
            case 7 or 8:
                Jump();
                break;
            case 9 or 10 or 11:
                _text.Append($"if ({Condition(2)}) ");
                Block(depth);
                if (_random.Next(2) == 0)
                {
                    _text.Append("else ");
                    Block(depth);
                }

                break;
            case 12 or 13:
                Loop($"while ({Condition(2)}) ", "", depth);
                break;
            case 14:
                Loop("do ", $"while ({Condition(1)}); ", depth);
                break;
            case 15:
                Loop($"for (; {(_random.Next(3) == 0 ? "" : Condition(1))}; {Name()}) ", "", depth);
                break;
            case 16:
                Loop($"for ({Name()} of {Name()}) ", "", depth);
                break;
            case 17:
                Switch(depth);
                break;
            case 18:
                var label = "l" + _labels.Count;
                _text.Append(label).Append(": ");
                _labels.Add(label);
                Block(depth);
                _labels.RemoveAt(_labels.Count - 1);
                break;
            default:
                Try(depth);
                break;
        }
    }

    private void Line(string text) => _text.Append(text).Append("; ");

    private void Block(int depth)
    {
        _text.Append("{ ");
        Statements(depth + 1);
        _text.Append("} ");
    }

    private void Loop(string head, string tail, int depth)
    {
        var label = _random.Next(3) == 0 ? "l" + _labels.Count : null;
        if (label is not null)
        {
            _text.Append(label).Append(": ");
            _labels.Add(label + "*");
        }

        _loops++;
        _text.Append(head);
        Block(depth);
        _text.Append(tail);
        _loops--;
        if (label is not null)
        {
            _labels.RemoveAt(_labels.Count - 1);
        }
    }

    private void Switch(int depth)
    {
        _text.Append($"switch ({Value()}) {{ ");
        var cases = _random.Next(4);
        var @default = _random.Next(6);
        _loops += 100;
        for (var i = 0; i < cases; i++)
        {
            _text.Append(i == @default ? "default: " : $"case {Value()}: ");
            Statements(depth + 1);
            if (_random.Next(2) == 0)
            {
                _text.Append("break; ");
            }
        }

        _loops -= 100;
        _text.Append("} ");
    }

    private void Try(int depth)
    {
        _text.Append("try ");
        Block(depth);
        var kind = _random.Next(3);
        if (kind != 0)
        {
            _text.Append(_random.Next(2) == 0 ? "catch " : $"catch ({Name()}) ");
            Block(depth);
        }

        if (kind != 1)
        {
            _text.Append("finally ");
            Block(depth);
        }
    }

    private void Jump()
    {
        var label = _labels.Count > 0 && _random.Next(2) == 0 ? _labels[_random.Next(_labels.Count)] : null;
        if (label is not null)
        {
            Line((label.EndsWith('*') && _random.Next(2) == 0 ? "continue " : "break ") + label.TrimEnd('*'));
        }
        else if (_loops % 100 > 0)
        {
            Line(_random.Next(2) == 0 ? "break" : "continue");
        }
        else
        {
            Line(Name());
        }
    }

    private string Value() => _random.Next(12) switch
    {
        0 => "yield " + Name(),
        1 => $"{Name()} ? {Name()} : {Name()}()",
        2 => $"{Name()} ?? {Name()}",
        3 => $"{Name()} ||= {Name()}",
        4 => $"{Name()}?.({Name()})",
        5 => $"{Name()} && {Name()}",
        _ => Name(),
    };

    private string Condition(int depth) => _random.Next(depth == 0 ? 6 : 10) switch
    {
        0 => Name() + "()",
        1 => _random.Next(3) == 0 ? "true" : Name(),
        2 => _random.Next(3) == 0 ? "!1" : Name(),
        6 => $"({Condition(depth - 1)} && {Condition(depth - 1)})",
        7 => $"({Condition(depth - 1)} || {Condition(depth - 1)})",
        8 => $"!{Name()}",
        9 => $"({Name()} ? {Condition(depth - 1)} : {Condition(depth - 1)})",
        _ => Name(),
    };

    private string Name() => "n" + _names++;
}
