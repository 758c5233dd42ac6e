using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>Runs statements on all paths that reach them.</summary>
internal sealed class Statements
{
    private readonly Interpreter _interpreter;
    private readonly Branches _branches;
    private readonly Loops _loops;
    private readonly Switches _switches;
    private readonly Tries _tries;

    public Statements(Interpreter interpreter)
    {
        _interpreter = interpreter;
        _branches = new Branches(interpreter);
        _loops = new Loops(interpreter);
        _switches = new Switches(interpreter);
        _tries = new Tries(interpreter);
    }

    /// <summary>The paths that come out at a statement's end.</summary>
    public List<PathState> Run(Statement statement, List<PathState> states, Frame frame) => Run(statement, states, frame, []);

    /// <summary>The paths that come out at the end of a list of statements.</summary>
    public List<PathState> Run(NodeList<Statement> statements, List<PathState> states, Frame frame)
    {
        foreach (var statement in statements)
        {
            if (states.Count == 0)
            {
                break;
            }

            states = Run(statement, states, frame, []);
        }

        return states;
    }

    private List<PathState> Run(Statement statement, List<PathState> states, Frame frame, IReadOnlyCollection<string> labels)
    {
        _interpreter.Step();
        if (states.Count == 0)
        {
            return states;
        }

        switch (statement)
        {
            case BlockStatement block:
                return _interpreter.BlockVariables.Leave(block, RunLabelled(() => Run(block.Body, states, frame), frame, labels), _interpreter.LoopDepth > 0);
            case ExpressionStatement expression:
                return PathSet.Join(Drop(expression.Expression, Signalled(expression.Expression, states), frame));
            case VariableDeclaration declaration:
                return PathSet.Join(Declare(declaration, states, frame));
            case ReturnStatement @return:
                Return(@return, states, frame);
                return [];
            case ThrowStatement @throw:
                _interpreter.Run(@throw.Argument, states, frame).ForEach(state => frame.Throw(state));
                return [];
            case BreakStatement @break:
                Jump(@break, states, frame, frame.Targets.FindLast(target => target.IsMeantByBreak(@break.Label?.Name))?.Breaks);
                return [];
            case ContinueStatement @continue:
                Jump(@continue, states, frame, frame.Targets.FindLast(target => target.IsMeantByContinue(@continue.Label?.Name))?.Continues);
                return [];
            case IfStatement branch:
                return RunLabelled(() => _branches.Run(branch, states, frame), frame, labels);
            case SwitchStatement choice:
                return _switches.Run(choice, states, frame, labels);
            case TryStatement attempt:
                return RunLabelled(() => _tries.Run(attempt, states, frame), frame, labels);
            case LabeledStatement labelled:
                return Run(labelled.Body, states, frame, [.. labels, labelled.Label.Name]);
            case WhileStatement or DoWhileStatement or ForStatement or ForInStatement or ForOfStatement:
                return _loops.Run(statement, states, frame, labels);
            case FunctionDeclaration or EmptyStatement or DebuggerStatement or Directive:
                return states;
            case ClassDeclaration declaration:
                return _interpreter.Run(declaration, states, frame);
            default:
                // What can't be read, and what changes the meaning of names.
                throw new AnalysisGivenUpException();
        }
    }

    /// <summary>What <c>found &amp;&amp; callback(null, found)</c> learns from an empty variable, as <c>if</c> does.</summary>
    private IEnumerable<PathState> Signalled(Expression expression, List<PathState> states) => expression switch
    {
        LogicalExpression logical => SignalledByNothing.Apply(logical.Left, states, _interpreter.Scopes),
        ConditionalExpression choice => SignalledByNothing.Apply(choice.Test, states, _interpreter.Scopes),
        _ => states,
    };

    /// <summary>An expression whose value nobody takes.</summary>
    private List<PathState> Drop(Expression expression, IEnumerable<PathState> states, Frame frame)
    {
        var results = new List<PathState>();
        foreach (var state in states)
        {
            foreach (var result in _interpreter.Evaluate(expression, state, frame))
            {
                results.Add(IsDropped(expression, result) ? result.State.Add(new Pending(PendingKind.Dropped, expression, [])) : result.State);
            }
        }

        return results;
    }

    /// <summary>Whether the value is a promise, and neither a chain nor a call that also takes a continuation.</summary>
    private bool IsDropped(Expression expression, Evaluated result) =>
        result.Value is PromiseValue { LastMethod: null } promise
        && !_interpreter.Carries(promise, result.State)
        && !result.State.Open.Any(pending => ReferenceEquals(pending.Node, expression));

    private List<PathState> Declare(VariableDeclaration declaration, List<PathState> states, Frame frame)
    {
        foreach (var declarator in declaration.Declarations)
        {
            var next = new List<PathState>(states.Count);
            foreach (var state in states)
            {
                if (declarator.Init is not { } init)
                {
                    next.Add(declaration.Kind == VariableDeclarationKind.Var
                        ? state
                        : _interpreter.Expressions.Bind(declarator.Id, ConstantValue.Undefined, state));
                    continue;
                }

                foreach (var result in _interpreter.Evaluate(init, state, frame))
                {
                    next.Add(_interpreter.Expressions.Bind(declarator.Id, result.Value, result.State));
                }
            }

            states = next;
        }

        return states;
    }

    private void Return(ReturnStatement @return, List<PathState> states, Frame frame)
    {
        var span = TextRange.FromBounds(@return.Start, @return.End);
        if (frame.Steps is { } steps)
        {
            steps.Return(@return, states);
            return;
        }

        foreach (var state in states)
        {
            if (@return.Argument is not { } argument)
            {
                frame.Return(state, ConstantValue.Undefined, span);
                continue;
            }

            foreach (var result in _interpreter.Evaluate(argument, state, frame))
            {
                // A returned callback, or a function that holds it, is out of sight of all but a caller in this file.
                var path = result.Value is CallbackValue && frame.Caller is null
                    ? _interpreter.Expressions.GiveAway(result.Value, result.State)
                    : result.State;
                frame.Return(path, result.Value, span);
            }
        }
    }

    private static void Jump(Statement jump, List<PathState> states, Frame frame, List<(PathState State, Node Jump)>? target)
    {
        foreach (var state in states)
        {
            target?.Add((state, jump));
            frame.Left.Add(state);
        }
    }

    private static List<PathState> RunLabelled(Func<List<PathState>> run, Frame frame, IReadOnlyCollection<string> labels)
    {
        if (labels.Count == 0)
        {
            return run();
        }

        var target = new JumpTarget(labels, takesBreak: false, takesContinue: false);
        frame.Targets.Add(target);
        var states = run();
        frame.Targets.Remove(target);
        return PathSet.Join([.. states, .. target.Breaks.Select(static left => left.State)]);
    }
}
