using System.Globalization;
using System.Text;
using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Proving;

/// <summary>
/// A file with points in it, so that a run says where it is. No line moves; what the code does stays what it was.
/// </summary>
internal sealed class RunPoints
{
    // The worker's side is Workers/node/proving/course.js.
    private const string Call = "ahoy$at";

    private readonly List<RunPoint> _points = [];
    private readonly List<Insertion> _insertions = [];
    private readonly int _first;
    private int _functions;

    private RunPoints(SourceFile file, int firstPoint, int firstFunction)
    {
        _first = firstPoint;
        _functions = firstFunction;
        Visit(file.Program, NewFunction(), depth: 0);
        Text = Insert(file.Text);
    }

    /// <summary>The text with its points.</summary>
    public string Text { get; }

    /// <summary>The points, in the order of their numbers.</summary>
    public IReadOnlyList<RunPoint> Points => _points;

    /// <summary>The number after the last function's.</summary>
    public int EndOfFunctions => _functions;

    /// <summary>Puts points into a file.</summary>
    /// <param name="file">The file: JavaScript without errors.</param>
    /// <param name="firstPoint">The number of its first point.</param>
    /// <param name="firstFunction">The number of its first function.</param>
    public static RunPoints Create(SourceFile file, int firstPoint, int firstFunction) => new(file, firstPoint, firstFunction);

    /// <summary>The number of the point that is nearest around a place; null where there is none.</summary>
    public int? At(int offset)
    {
        var found = -1;
        for (var i = 0; i < _points.Count; i++)
        {
            var point = _points[i];
            if (point.Start <= offset && offset < point.End && (found < 0 || point.End - point.Start <= _points[found].End - _points[found].Start))
            {
                found = i;
            }
        }

        return found < 0 ? null : _first + found;
    }

    private int NewFunction() => _functions++;

    private void Visit(Node node, int function, int depth)
    {
        if (node is IFunction { Body: var body })
        {
            function = NewFunction();
            if (body is Expression)
            {
                Wrap(body, function, depth);
            }
        }

        switch (node)
        {
            case Program program:
                Before(program.Body, function, depth);
                break;
            case BlockStatement block:
                Before(block.Body, function, depth);
                Add(block.End - 1, isEnd: true, depth, ";" + At(new RunPoint(block.End - 1, block.End, function)) + ";");
                break;
            case StaticBlock block:
                Before(block.Body, function, depth);
                break;
            case SwitchCase arm:
                Before(arm.Consequent, function, depth);
                break;
            case IfStatement statement:
                Brace(statement.Consequent, function, depth);
                if (statement.Alternate is { } alternate)
                {
                    Brace(alternate, function, depth);
                }

                break;
            case ForStatement { Body: var loop } head:
                WrapHead(head.Test, function, depth);
                WrapHead(head.Update, function, depth);
                Brace(loop, function, depth);
                break;
            case ForInStatement { Body: var loop }:
                Brace(loop, function, depth);
                break;
            case ForOfStatement { Body: var loop }:
                Brace(loop, function, depth);
                break;
            case WhileStatement { Body: var loop } head:
                WrapHead(head.Test, function, depth);
                Brace(loop, function, depth);
                break;
            case DoWhileStatement { Body: var loop } head:
                WrapHead(head.Test, function, depth);
                Brace(loop, function, depth);
                break;
            case ConditionalExpression choice:
                Wrap(choice.Consequent, function, depth);
                Wrap(choice.Alternate, function, depth);
                break;
            case LogicalExpression logical:
                Wrap(logical.Right, function, depth);
                break;
        }

        foreach (var child in node.Children)
        {
            Visit(child, function, depth + 1);
        }
    }

    private void Before(NodeList<Statement> statements, int function, int depth)
    {
        foreach (var statement in statements)
        {
            if (statement is not (Directive or ImportDeclaration or EmptyStatement))
            {
                Add(statement.Start, isEnd: false, depth, At(Point(statement, function)) + ";");
            }
        }
    }

    // An arm without braces gets them.
    private void Brace(Statement statement, int function, int depth)
    {
        if (statement is not (BlockStatement or FunctionDeclaration))
        {
            Add(statement.Start, isEnd: false, depth, "{" + At(Point(statement, function)) + ";");
            Add(statement.End, isEnd: true, depth, "}");
        }
    }

    private void Wrap(Node expression, int function, int depth)
    {
        Add(expression.Start, isEnd: false, depth, "(" + At(Point(expression, function)) + ",");
        Add(expression.End, isEnd: true, depth, ")");
    }

    // What a loop evaluates again and again, after its body.
    private void WrapHead(Expression? expression, int function, int depth)
    {
        if (expression is not null)
        {
            Wrap(expression, function, depth);
        }
    }

    private static RunPoint Point(Node node, int function) => new(node.Start, node.End, function);

    private string At(RunPoint point)
    {
        _points.Add(point);
        return string.Format(CultureInfo.InvariantCulture, "{0}({1})", Call, _first + _points.Count - 1);
    }

    private void Add(int offset, bool isEnd, int depth, string text) => _insertions.Add(new Insertion(offset, isEnd, depth, text));

    // At one place what ends comes first, the inner before the outer; then what begins, the outer before the inner.
    private string Insert(string text)
    {
        var result = new StringBuilder(text.Length + (16 * _insertions.Count));
        var from = 0;
        foreach (var insertion in _insertions.OrderBy(i => i.Offset).ThenBy(i => i.IsEnd ? 0 : 1).ThenBy(i => i.IsEnd ? -i.Depth : i.Depth))
        {
            result.Append(text, from, insertion.Offset - from).Append(insertion.Text);
            from = insertion.Offset;
        }

        return result.Append(text, from, text.Length - from).ToString();
    }

    private sealed record Insertion(int Offset, bool IsEnd, int Depth, string Text);
}
