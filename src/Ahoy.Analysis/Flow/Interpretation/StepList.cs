using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform;
using Ahoy.Analysis.Platform.Compiled;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>
/// Reads the steps that a compiler has cut a function into, in the two forms that there are: TypeScript's and swc's, which return what to do
/// (<c>return [4, send()]</c>), and Babel's, which sets where to go on and returns what to wait for.
/// </summary>
internal sealed class StepList
{
    private const int ReturnOperation = 2;
    private const int JumpOperation = 3;

    private readonly List<double> _labels = [];
    private readonly List<NodeList<Statement>> _cases = [];
    private readonly List<(double From, double To)> _tries = [];
    private readonly HashSet<Node> _nodes = [];
    private readonly Dictionary<Statement, Statement> _before = [];
    private readonly string _machine;

    private StepList(Identifier machine, IFunction function)
    {
        Machine = machine;
        _machine = machine.Name;
        End = TextRange.FromBounds(Math.Max(function.Start, function.End - 1), function.End);
    }

    /// <summary>The parameter that keeps where the function is.</summary>
    public Identifier Machine { get; }

    /// <summary>The steps.</summary>
    public IReadOnlyList<NodeList<Statement>> Cases => _cases;

    /// <summary>The statements of steps that lead back to one of them.</summary>
    public IReadOnlyList<Statement> Circles { get; private set; } = [];

    /// <summary>The closing brace.</summary>
    public TextRange End { get; }

    /// <summary>Reads the steps that a call is given; null where they are of another form, or have a <c>finally</c>.</summary>
    public static StepList? Read(CallExpression call)
    {
        // Babel's come first, with the function that they are the body of behind them.
        var functions = call.Arguments.OfType<IFunction>().ToList();
        var function = functions.Find(Steps.Are) ?? functions.LastOrDefault();
        if (function is not { Params.Count: > 0, Body: BlockStatement block } || function.Params[0] is not Identifier machine)
        {
            return null;
        }

        var list = new StepList(machine, function);
        return list.ReadCases(Steps.SwitchOf(function), block) && list.ReadTries(call, block) && list.ReadTargets() ? list : null;
    }

    /// <summary>The step that an error in a step leads to; -1 where nothing catches it.</summary>
    public int CatchOf(int step)
    {
        var label = _labels[step];
        var (from, to) = _tries.Where(attempt => attempt.From <= label && label < attempt.To).OrderByDescending(static attempt => attempt.From).FirstOrDefault();
        return from == to ? -1 : IndexOf(to);
    }

    /// <summary>What a <c>return</c> in a step means.</summary>
    public StepEnd Read(ReturnStatement statement)
    {
        switch (statement.Argument)
        {
            case ArrayExpression { Elements: { Count: > 0 } elements } when elements[0] is NumericLiteral { Value: var operation }:
                var value = elements.Count > 1 ? elements[1] : null;
                return operation switch
                {
                    ReturnOperation => new StepEnd(StepEndKind.Return, value, -1),
                    JumpOperation when value is NumericLiteral label => new StepEnd(StepEndKind.Jump, null, IndexOf(label.Value)),
                    _ => new StepEnd(value is null ? StepEndKind.Return : StepEndKind.Await, value, -1),
                };
            case CallExpression { Callee: MemberExpression { Object: Identifier owner, Property: Identifier method } } call when owner.Name == _machine:
                return Read(method.Name, call);
            case SequenceExpression sequence when sequence.Expressions.Select(TargetOf).LastOrDefault(static target => target is not null) is { } target:
                return new StepEnd(StepEndKind.Await, sequence.Expressions[sequence.Expressions.Count - 1], IndexOf(target));
            case { } awaited when TargetBefore(statement) is var next and >= 0:
                return new StepEnd(StepEndKind.Await, awaited, next);
            default:
                return new StepEnd(StepEndKind.Return, statement.Argument, -1);
        }
    }

    /// <summary>Where a <c>break</c>, or a <c>return</c> of what is waited for, leads: what the statement before it has set.</summary>
    public int TargetBefore(Node jump) =>
        jump is Statement statement && _before.TryGetValue(statement, out var before) && before is ExpressionStatement { Expression: var set } && TargetOf(set) is { } target
            ? IndexOf(target)
            : -1;

    /// <summary><c>_context.abrupt("return", value)</c>, <c>_context.a(2, value)</c>, <c>_context.stop()</c>.</summary>
    private StepEnd Read(string method, CallExpression call)
    {
        var isJump = call.Arguments.ArgumentAt(0) is StringLiteral { Value: "break" or "continue" } or NumericLiteral { Value: JumpOperation };
        var value = call.Arguments.ArgumentAt(1);
        return method is "abrupt" or "a"
            ? isJump && value is NumericLiteral label ? new StepEnd(StepEndKind.Jump, null, IndexOf(label.Value)) : new StepEnd(StepEndKind.Return, value, -1)
            : new StepEnd(StepEndKind.Return, null, -1);
    }

    private int IndexOf(double label) => _labels.IndexOf(label);

    /// <summary>The label in <c>_context.next = 3</c>.</summary>
    private double? TargetOf(Node node) =>
        node is AssignmentExpression { Operator: "=", Left: MemberExpression { Object: Identifier owner, Property: Identifier { Name: "next" or "n" } }, Right: NumericLiteral label }
        && owner.Name == _machine
            ? label.Value
            : null;

    private bool ReadCases(SwitchStatement? choice, BlockStatement block)
    {
        if (choice is null)
        {
            _labels.Add(0);
            _cases.Add(block.Body);
            return true;
        }

        foreach (var step in choice.Cases)
        {
            // `case "end"` is only ever come to by passing the one before.
            _labels.Add(step.Test is NumericLiteral number ? number.Value : double.NaN);
            _cases.Add(step.Consequent);
            if (step.Test is not (NumericLiteral or StringLiteral))
            {
                return false;
            }
        }

        return _cases.Count > 0;
    }

    private bool ReadTries(CallExpression call, BlockStatement block)
    {
        foreach (var node in block.DescendantsAndSelf())
        {
            // TypeScript's steps say so where a try begins.
            if (node is CallExpression { Callee: MemberExpression { Property: Identifier { Name: "push" }, Object: MemberExpression { Property: Identifier { Name: "trys" } } } } push
                && !ReadTry(push.Arguments.ArgumentAt(0)))
            {
                return false;
            }

            if (node is CallExpression { Callee: MemberExpression { Object: Identifier owner, Property: Identifier { Name: "finish" or "f" or "delegateYield" or "d" } } }
                && owner.Name == _machine)
            {
                return false;
            }
        }

        // Babel's stand in a list beside the steps.
        return call.Arguments.OfType<ArrayExpression>().SelectMany(static list => list.Elements).All(ReadTry);
    }

    private bool ReadTry(Node? entry)
    {
        if (entry is not ArrayExpression { Elements: { Count: >= 2 } parts } || parts[0] is not NumericLiteral from || parts[1] is not NumericLiteral to)
        {
            return false;
        }

        _tries.Add((from.Value, to.Value));
        return parts.Count == 2 || parts[2] is null;
    }

    private bool ReadTargets()
    {
        var circles = new List<Statement>();
        for (var i = 0; i < _cases.Count; i++)
        {
            foreach (var statement in _cases[i])
            {
                Remember(statement);
            }

            Remember(_cases[i]);
            var back = Targets(_cases[i]).Select(IndexOf).Where(target => target >= 0 && target <= i).DefaultIfEmpty(i + 1).Min();
            for (var j = back; j <= i; j++)
            {
                circles.AddRange(_cases[j]);
            }
        }

        Circles = circles;
        return true;
    }

    private IEnumerable<double> Targets(NodeList<Statement> statements)
    {
        foreach (var node in statements.SelectMany(static statement => statement.DescendantsAndSelf()))
        {
            if (TargetOf(node) is { } set)
            {
                yield return set;
            }
            else if (node is ReturnStatement { Argument: ArrayExpression { Elements: { Count: 2 } elements } } && elements[0] is NumericLiteral { Value: JumpOperation } && elements[1] is NumericLiteral label)
            {
                yield return label.Value;
            }
        }
    }

    /// <summary>Keeps which statement stands before which.</summary>
    private void Remember(Statement statement)
    {
        foreach (var node in statement.DescendantsAndSelf())
        {
            if (node is BlockStatement block && _nodes.Add(block))
            {
                Remember(block.Body);
            }
        }
    }

    private void Remember(NodeList<Statement> statements)
    {
        for (var i = 1; i < statements.Count; i++)
        {
            _before[statements[i]] = statements[i - 1];
        }
    }
}
