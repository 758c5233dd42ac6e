using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.TwiML.Paths;

internal sealed partial class PathWalker
{
    private List<PathState> Execute(IEnumerable<Node> statements, List<PathState> states, PathFrame frame)
    {
        foreach (var statement in statements)
        {
            if (states.Count == 0 || IsGivenUp)
            {
                break;
            }

            states = Join(Execute(statement, states, frame));
        }

        return states;
    }

    /// <summary>Runs a statement: the paths that go on behind it.</summary>
    private List<PathState> Execute(Node? statement, List<PathState> states, PathFrame frame)
    {
        // A statement costs as much as there are paths to run it on.
        _steps += statement is not null && _marks.Contains(statement) ? states.Count : 1;
        if (_steps > MostSteps)
        {
            IsGivenUp = true;
            return states;
        }

        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (statement)
        {
            case BlockStatement block:
                return Execute(block.Body, states, frame);
            case ExpressionStatement expression:
                return Discard(expression.Expression, states, frame);
            case VariableDeclaration declaration:
                return declaration.Declarations.Aggregate(states, (current, declarator) => Declare(declarator, current, frame));
            case ReturnStatement end:
                frame.Returns.AddRange(states.SelectMany(state => Evaluate(end.Argument, state, frame)));
                return [];
            case ThrowStatement thrown:
                frame.Throws.AddRange(Discard(thrown.Argument, states, frame));
                return [];
            case IfStatement choice:
                var tested = Discard(choice.Test, states, frame);
                return [.. Execute(choice.Consequent, tested, frame), .. choice.Alternate is null ? tested : Execute(choice.Alternate, tested, frame)];
            case SwitchStatement choice:
                return Choose(choice, Discard(choice.Discriminant, states, frame), frame);
            case ForStatement loop:
                var begun = loop.Init is VariableDeclaration ? Execute(loop.Init, states, frame) : Discard(loop.Init, states, frame);
                return Repeat(loop.Body, Discard(loop.Test, begun, frame), frame, loop.Test is not null);
            case WhileStatement loop:
                return Repeat(loop.Body, Discard(loop.Test, states, frame), frame, loop.Test is not BooleanLiteral { Value: true });
            case DoWhileStatement loop:
                return Repeat(loop.Body, states, frame, mayBeSkipped: false);
            case ForOfStatement loop:
                return Repeat(loop.Body, Discard(loop.Right, states, frame), frame, mayBeSkipped: true);
            case ForInStatement loop:
                return Repeat(loop.Body, states, frame, mayBeSkipped: true);
            case TryStatement attempt:
                return Try(attempt, states, frame);
            case LabeledStatement labeled:
                return Execute(labeled.Body, states, frame);
            case BreakStatement:
                frame.Breaks.AddRange(states);
                return [];
            case ContinueStatement:
                frame.Continues.AddRange(states);
                return [];
            default:
                return states;
        }
    }

    private List<PathState> Declare(VariableDeclarator declarator, List<PathState> states, PathFrame frame)
    {
        if (declarator.Init is null)
        {
            return states;
        }

        var after = new List<PathState>();
        foreach (var state in states)
        {
            foreach (var (next, value) in Evaluate(declarator.Init, state, frame))
            {
                if (value.Settled != false)
                {
                    after.Add(Assign(declarator.Id, value, next));
                }
            }
        }

        return after;
    }

    private PathState Assign(Node target, PathValue value, PathState state) =>
        _file.Scopes.BindingOf(target) is not { } variable ? state
        : value.Response is { } response ? state.Hold(variable, response)
        : state.Release(variable);

    private List<PathState> Choose(SwitchStatement choice, List<PathState> states, PathFrame frame)
    {
        var outer = frame.Breaks;
        frame.Breaks = [];
        List<PathState> running = [];
        foreach (var arm in choice.Cases)
        {
            running = Execute(arm.Consequent, Join([.. states, .. running]), frame);
        }

        if (choice.Cases.All(arm => arm.Test is not null))
        {
            running.AddRange(states);
        }

        running.AddRange(frame.Breaks);
        frame.Breaks = outer;
        return running;
    }

    private List<PathState> Repeat(Node body, List<PathState> states, PathFrame frame, bool mayBeSkipped)
    {
        var (breaks, continues) = (frame.Breaks, frame.Continues);
        (frame.Breaks, frame.Continues) = ([], []);
        List<PathState> after = [.. mayBeSkipped ? states : [], .. Execute(body, states, frame), .. frame.Breaks, .. frame.Continues];
        (frame.Breaks, frame.Continues) = (breaks, continues);
        return after;
    }

    /// <summary>What fails in a <c>try</c> mostly fails before it has done anything to the response.</summary>
    private List<PathState> Try(TryStatement attempt, List<PathState> states, PathFrame frame)
    {
        var outer = frame.Throws;
        frame.Throws = [];
        var after = Execute(attempt.Block, states, frame);
        List<PathState> failed = [.. states, .. frame.Throws];
        frame.Throws = outer;
        if (attempt.Handler is { } handler)
        {
            after = [.. after, .. Execute(handler.Body, Join(failed), frame)];
        }
        else
        {
            frame.Throws.AddRange(failed);
        }

        return attempt.Finalizer is { } finalizer ? Execute(finalizer, Join(after), frame) : after;
    }

    /// <summary>Evaluates what nobody uses; a rejection that nobody catches ends the path without an answer.</summary>
    private List<PathState> Discard(Node? expression, List<PathState> states, PathFrame frame) =>
        expression is null ? states : Join([.. states.SelectMany(state => Evaluate(expression, state, frame)).Where(end => end.Value.Settled != false).Select(end => end.State)]);
}
