using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Tests.ControlFlow.Oracle;

/// <summary>
/// Executes a function on its tree, by ECMAScript's rules and without a graph, once for each way that its conditions and
/// exceptions could turn out. What comes next is passed along as a function, so that a path can be taken back.
/// </summary>
/// <remarks>
/// A path is the identifiers and calls that are evaluated. With an expected path given, only that one is followed; without,
/// all are on which no loop begins more than a few rounds.
/// </remarks>
internal sealed class TreeWalker
{
    private const int MostRounds = 3;
    private const int MostPaths = 4_000;
    private const int MostSteps = 100_000;

    private readonly List<Node> _path = [];
    private readonly HashSet<Node> _visited = [];
    private readonly IReadOnlyList<Node>? _expected;
    private readonly Action<IReadOnlyList<Node>, Outcome> _onEnd;
    private int _paths;
    private int _steps;

    private TreeWalker(IReadOnlyList<Node>? expected, Action<IReadOnlyList<Node>, Outcome> onEnd)
    {
        _expected = expected;
        _onEnd = onEnd;
    }

    private bool IsTooMuch => _paths > MostPaths || _steps > MostSteps;

    /// <summary>All paths that come to an end, and the nodes on any path; null where there are too many.</summary>
    public static List<(Node[] Path, Outcome End)>? Paths(FunctionDeclaration function, out HashSet<Node> visited)
    {
        var paths = new List<(Node[], Outcome)>();
        var walker = new TreeWalker(null, (path, end) => paths.Add(([.. path], end)));
        walker.Run(function);
        visited = walker._visited;
        return walker.IsTooMuch ? null : paths;
    }

    /// <summary>Whether the function can take a path to an end.</summary>
    public static bool Accepts(FunctionDeclaration function, IReadOnlyList<Node> path, string end)
    {
        var accepted = false;
        new TreeWalker(path, (walked, outcome) => accepted |= walked.Count == path.Count && outcome.ToString() == end).Run(function);
        return accepted;
    }

    private void Run(FunctionDeclaration function) => List(function.Body.Body, 0, end =>
    {
        _paths++;
        _onEnd(_path, end);
    });

    private void Step(Node node, Action next)
    {
        _steps++;
        if (IsTooMuch || (_expected is not null && (_path.Count >= _expected.Count || !ReferenceEquals(_expected[_path.Count], node))))
        {
            return;
        }

        _path.Add(node);
        _visited.Add(node);
        next();
        _path.RemoveAt(_path.Count - 1);
    }

    private void List(NodeList<Statement> statements, int index, Action<Outcome> next)
    {
        if (index == statements.Count)
        {
            next(Outcome.Normal);
            return;
        }

        Statement(statements[index], end =>
        {
            if (end.Kind == OutcomeKind.Normal)
            {
                List(statements, index + 1, next);
            }
            else
            {
                next(end);
            }
        });
    }

    private void Statement(Statement statement, Action<Outcome> next, List<string>? labels = null)
    {
        switch (statement)
        {
            case BlockStatement block:
                List(block.Body, 0, next);
                break;
            case ExpressionStatement expression:
                Value(expression.Expression, _ => next(Outcome.Normal), next);
                break;
            case IfStatement @if:
                Condition(@if.Test, holds => StatementOrNothing(holds ? @if.Consequent : @if.Alternate, next), next);
                break;
            case WhileStatement loop:
                Loop(loop.Test, null, loop.Body, false, labels, next);
                break;
            case DoWhileStatement loop:
                Loop(loop.Test, null, loop.Body, true, labels, next);
                break;
            case ForStatement loop:
                Loop(loop.Test, loop.Update, loop.Body, false, labels, next);
                break;
            case ForOfStatement loop:
                Value(loop.Right, _ => Each(loop, labels, next, 0, -1), next);
                break;
            case SwitchStatement @switch:
                Value(@switch.Discriminant, _ => Tests(@switch, 0, next), next);
                break;
            case LabeledStatement labeled:
                Statement(labeled.Body, end => next(end is { Kind: OutcomeKind.Break } && end.Label == labeled.Label.Name ? Outcome.Normal : end),
                    [.. labels ?? [], labeled.Label.Name]);
                break;
            case TryStatement @try:
                Try(@try, next);
                break;
            case BreakStatement jump:
                next(new Outcome(OutcomeKind.Break, null, jump.Label?.Name));
                break;
            case ContinueStatement jump:
                next(new Outcome(OutcomeKind.Continue, null, jump.Label?.Name));
                break;
            case ReturnStatement { Argument: { } value }:
                Value(value, _ => next(new Outcome(OutcomeKind.Return, statement)), next);
                break;
            case ReturnStatement:
                next(new Outcome(OutcomeKind.Return, statement));
                break;
            case ThrowStatement @throw:
                Value(@throw.Argument, _ => next(new Outcome(OutcomeKind.Throw, statement)), next);
                break;
            default:
                throw new NotSupportedException(statement.Type);
        }
    }

    private void StatementOrNothing(Statement? statement, Action<Outcome> next)
    {
        if (statement is null)
        {
            next(Outcome.Normal);
        }
        else
        {
            Statement(statement, next);
        }
    }

    private void Loop(Expression? test, Expression? update, Statement body, bool bodyFirst, List<string>? labels, Action<Outcome> next)
    {
        Round(0, -1, bodyFirst);

        void Round(int round, int lastLength, bool skipTest)
        {
            if (!MayGoOn(round, lastLength))
            {
                return;
            }

            var length = _path.Count;
            if (skipTest || test is null)
            {
                Body();
            }
            else
            {
                Condition(test, holds =>
                {
                    if (holds)
                    {
                        Body();
                    }
                    else
                    {
                        next(Outcome.Normal);
                    }
                }, next);
            }

            void Body()
            {
                Statement(body, end => AfterBody(end, labels, next, () =>
                {
                    if (update is null)
                    {
                        Round(round + 1, length, false);
                    }
                    else
                    {
                        Value(update, _ => Round(round + 1, length, false), next);
                    }
                }));
            }
        }
    }

    private void Each(ForOfStatement loop, List<string>? labels, Action<Outcome> next, int round, int lastLength)
    {
        if (!MayGoOn(round, lastLength))
        {
            return;
        }

        var length = _path.Count;
        next(Outcome.Exception);
        next(Outcome.Normal);
        Value((Expression)loop.Left, _ => Statement(loop.Body, end =>
            AfterBody(end, labels, next, () => Each(loop, labels, next, round + 1, length))), next);
    }

    // Following an expected path, a loop may go on as long as it moves along that.
    private bool MayGoOn(int round, int lastLength) =>
        !IsTooMuch && (_expected is null ? round < MostRounds : round < 2 || _path.Count > lastLength);

    private static void AfterBody(Outcome end, List<string>? labels, Action<Outcome> next, Action again)
    {
        if (end.Kind == OutcomeKind.Normal
            || (end.Kind == OutcomeKind.Continue && (end.Label is null || labels?.Contains(end.Label) == true)))
        {
            again();
        }
        else
        {
            next(end is { Kind: OutcomeKind.Break, Label: null } ? Outcome.Normal : end);
        }
    }

    private void Tests(SwitchStatement @switch, int index, Action<Outcome> next)
    {
        if (index == @switch.Cases.Count)
        {
            var @default = @switch.Cases.ToList().FindIndex(c => c.Test is null);
            Cases(@switch, @default < 0 ? index : @default, next);
        }
        else if (@switch.Cases[index].Test is { } test)
        {
            Value(test, _ =>
            {
                Cases(@switch, index, next);
                Tests(@switch, index + 1, next);
            }, next);
        }
        else
        {
            Tests(@switch, index + 1, next);
        }
    }

    private void Cases(SwitchStatement @switch, int index, Action<Outcome> next)
    {
        if (index == @switch.Cases.Count)
        {
            next(Outcome.Normal);
            return;
        }

        List(@switch.Cases[index].Consequent, 0, end =>
        {
            if (end.Kind == OutcomeKind.Normal)
            {
                Cases(@switch, index + 1, next);
            }
            else
            {
                next(end is { Kind: OutcomeKind.Break, Label: null } ? Outcome.Normal : end);
            }
        });
    }

    private void Try(TryStatement @try, Action<Outcome> next)
    {
        var after = @try.Finalizer is not { } finalizer
            ? next
            : end => Statement(finalizer, last => next(last.Kind == OutcomeKind.Normal ? end : last));
        Statement(@try.Block, end =>
        {
            if (end.Kind != OutcomeKind.Throw || @try.Handler is not { } handler)
            {
                after(end);
            }
            else if (handler.Param is Identifier parameter)
            {
                Step(parameter, () => Statement(handler.Body, after));
            }
            else
            {
                Statement(handler.Body, after);
            }
        });
    }

    /// <summary>Evaluates an expression for whether it holds; literals are known.</summary>
    private void Condition(Expression expression, Action<bool> next, Action<Outcome> fail)
    {
        switch (expression)
        {
            case BooleanLiteral literal:
                next(literal.Value);
                break;
            case NumericLiteral literal:
                next(literal.Value != 0);
                break;
            case UnaryExpression not:
                Condition(not.Argument, holds => next(!holds), fail);
                break;
            case LogicalExpression { Operator: "&&" } and:
                Condition(and.Left, holds => { if (holds) { Condition(and.Right, next, fail); } else { next(false); } }, fail);
                break;
            case LogicalExpression { Operator: "||" } or:
                Condition(or.Left, holds => { if (holds) { next(true); } else { Condition(or.Right, next, fail); } }, fail);
                break;
            case ConditionalExpression conditional:
                Condition(conditional.Test, holds => Condition(holds ? conditional.Consequent : conditional.Alternate, next, fail), fail);
                break;
            default:
                Value(expression, _ => { next(true); next(false); }, fail);
                break;
        }
    }

    private void Value(Expression expression, Action<bool> next, Action<Outcome> fail)
    {
        switch (expression)
        {
            case Identifier:
                Step(expression, () => next(true));
                break;
            case CallExpression call:
                Value(call.Callee, _ => Call(call, next, fail), fail);
                break;
            case ChainExpression { Expression: CallExpression call }:
                Value(call.Callee, _ =>
                {
                    next(true);
                    Value(call.Arguments[0], _ => Call(call, next, fail), fail);
                }, fail);
                break;
            case YieldExpression yield:
                Value(yield.Argument!, _ =>
                {
                    next(true);
                    fail(Outcome.Exception);
                    fail(new Outcome(OutcomeKind.Return));
                }, fail);
                break;
            case ConditionalExpression conditional:
                Condition(conditional.Test, holds => Value(holds ? conditional.Consequent : conditional.Alternate, next, fail), fail);
                break;
            case LogicalExpression logical:
                Value(logical.Left, _ => { next(true); Value(logical.Right, next, fail); }, fail);
                break;
            case AssignmentExpression { Left: Identifier left } assignment:
                Value(left, _ => { next(true); Value(assignment.Right, next, fail); }, fail);
                break;
            default:
                throw new NotSupportedException(expression.Type);
        }
    }

    private void Call(CallExpression call, Action<bool> next, Action<Outcome> fail) => Step(call, () =>
    {
        next(true);
        fail(Outcome.Exception);
    });
}
