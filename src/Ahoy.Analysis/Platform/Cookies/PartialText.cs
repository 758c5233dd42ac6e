using System.Globalization;
using System.Text;
using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform.Compiled;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Cookies;

/// <summary>
/// A string of which parts are known: the text of literals, and a placeholder for each expression whose value is not known.
/// Each character knows the place that it comes from.
/// </summary>
internal sealed class PartialText
{
    /// <summary>Stands in <see cref="Text"/> for an expression.</summary>
    public const char Hole = '\uFFFC';

    private const int MaxDepth = 32;

    /// <summary>Names that are put together of names can make a text that is longer than any that somebody writes.</summary>
    private const int MaxLength = 200_000;

    private readonly SourceFile _file;
    private readonly Node _whole;
    private readonly StringBuilder _text = new();
    private readonly List<(int Start, int End)> _places = [];
    private readonly Dictionary<int, Node> _holes = [];

    private PartialText(SourceFile file, Node whole)
    {
        _file = file;
        _whole = whole;
    }

    /// <summary>The text.</summary>
    public string Text => _text.ToString();

    /// <summary>Reads an expression.</summary>
    public static PartialText Of(SourceFile file, Node expression)
    {
        var text = new PartialText(file, expression);
        text.Read(expression, place: null, MaxDepth);
        return text;
    }

    /// <summary>The expression at an index of <see cref="Text"/> where there is a hole.</summary>
    public Node? HoleAt(int index) => _holes.TryGetValue(index, out var hole) ? hole : null;

    /// <summary>Where a part of the text stands in the source.</summary>
    public (int Start, int End) PlaceOf(int start, int end)
    {
        if (_whole is BinaryExpression or CallExpression && start == 0 && end == _places.Count)
        {
            // All of a sum is the sum, and not what is between its outermost quotes.
            return (_whole.Start, _whole.End);
        }

        var places = _places.GetRange(start, end - start);
        return (places.Min(place => place.Start), places.Max(place => place.End));
    }

    private void Read(Node? expression, Node? place, int depth)
    {
        switch (expression)
        {
            case { } rest when _places.Count > MaxLength:
                _holes[_text.Length] = rest;
                Append(Hole.ToString(), rest.Start, rest.End, place ?? rest);
                break;
            case StringLiteral literal:
                Append(literal.Value, literal.Start + 1, literal.End - 1, place);
                break;
            case TemplateLiteral template:
                for (var i = 0; i < template.Quasis.Count; i++)
                {
                    var quasi = template.Quasis[i];
                    Append(quasi.Cooked ?? "", quasi.Start, quasi.End, place);
                    if (i < template.Expressions.Count)
                    {
                        // With the marks around it, which are no node.
                        var first = _places.Count;
                        Read(template.Expressions[i], place, depth - 1);
                        Widen(first, quasi.End, template.Quasis[i + 1].Start, place);
                    }
                }

                break;
            case BinaryExpression { Operator: "+" } sum when _file.Constants.NumberOf(sum) is null && depth > 0:
                Read(sum.Left, place, depth - 1);
                Read(sum.Right, place, depth - 1);
                break;
            case Identifier name when depth > 0 && _file.Scopes.BindingOf(name)?.ConstantValue is { } value && (value is StringLiteral or TemplateLiteral or BinaryExpression || LoweredTemplate.PartsOf(value) is not null):
                // What is used here is written elsewhere: this is the place that the reader has to look at first.
                Read(_file.Scopes.BindingOf(name)!.ConstantValue, place ?? name, depth - 1);
                break;
            case CallExpression { Callee: MemberExpression callee, Arguments: var arguments } when depth > 0 && ListOf(callee) is { } list:
                for (var i = 0; i < list.Count; i++)
                {
                    var separator = arguments.Count == 0 ? "," : _file.Constants.TextOf(arguments[0]) ?? Hole.ToString();
                    Append(i == 0 ? "" : separator, callee.Property.Start, callee.Property.End, place ?? callee.Property);
                    Read(list[i], place, depth - 1);
                }

                break;
            case CallExpression call when depth > 0 && LoweredTemplate.PartsOf(call) is { } parts:
                foreach (var part in parts)
                {
                    Read(part, place, depth - 1);
                }

                break;
            case { } other when _file.Constants.NumberOf(other) is { } number:
                var digits = number.ToString(CultureInfo.InvariantCulture);
                Append(digits, other.Start, other.End, place ?? other);
                break;
            case { } other:
                _holes[_text.Length] = other;
                Append(Hole.ToString(), other.Start, other.End, place ?? other);
                break;
        }
    }

    /// <summary>The longest list whose elements the call puts together; null where it does something else.</summary>
    private IReadOnlyList<Expression>? ListOf(MemberExpression callee) => _file.Constants.NameOf(callee) == "join"
        ? AttributeLists.Of(_file, callee.Object).OrderByDescending(list => list.Count).FirstOrDefault()
        : null;

    private void Widen(int first, int start, int end, Node? place)
    {
        for (var i = first; place is null && i < _places.Count; i++)
        {
            _places[i] = (start, end);
        }
    }

    private void Append(string text, int start, int end, Node? place)
    {
        _text.Append(text);
        var isWrittenOut = place is null && end - start == text.Length;
        for (var i = 0; i < text.Length; i++)
        {
            _places.Add(isWrittenOut ? (start + i, start + i + 1) : place is null ? (start, end) : (place.Start, place.End));
        }
    }
}
