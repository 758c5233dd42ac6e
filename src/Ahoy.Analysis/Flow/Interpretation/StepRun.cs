using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>
/// Runs the steps that a compiler has cut an <c>async</c> function into: each <c>case</c> with the paths that come to it, the first ones
/// first, until nothing is left. An <c>await</c> leads to the next step, an error to the step that is the <c>catch</c>.
/// </summary>
internal sealed class StepRun
{
    /// <summary>Steps in a circle run once and twice, as loops do.</summary>
    private const int MostVisits = 2;

    private readonly Interpreter _interpreter;
    private readonly StepList _steps;
    private readonly Frame _frame;
    private readonly Binding? _machine;
    private readonly List<PathState>[] _waiting;
    private readonly int[] _visits;
    private int _current;

    private StepRun(Interpreter interpreter, StepList steps, Frame frame)
    {
        _interpreter = interpreter;
        _steps = steps;
        _frame = frame;
        _machine = interpreter.Scopes.BindingOf(steps.Machine);
        _waiting = [.. steps.Cases.Select(static _ => new List<PathState>())];
        _visits = new int[steps.Cases.Count];
    }

    /// <summary>Runs the steps in the function that hands them on, whose ends are theirs.</summary>
    /// <returns>Whether they could be followed; nothing has happened where they could not.</returns>
    public static bool TryRun(CallExpression call, PathState state, Frame frame, Interpreter interpreter)
    {
        if (frame.Steps is not null || StepList.Read(call) is not { } steps || interpreter.Scopes.BindingOf(steps.Machine) is null)
        {
            return false;
        }

        // Whether a round in which the request is answered comes at all is not to be seen in the steps.
        if (steps.Circles.Any(part => interpreter.Closures.BindingsIn(part).Any(binding =>
            state.Values.TryGet(binding, out var value) && interpreter.Carries(value, state))))
        {
            return false;
        }

        new StepRun(interpreter, steps, frame).Run(state);
        return true;
    }

    /// <summary>What a step gets from the one before: <c>_a.sent()</c>, <c>_context.v</c>; null for other members.</summary>
    public AbstractValue? Sent(MemberExpression member, PathState state)
    {
        if (_machine is null || !ReferenceEquals(_interpreter.Scopes.BindingOf(member.Object), _machine))
        {
            return null;
        }

        return member is { Computed: false, Property: Identifier { Name: "sent" or "v" } } && state.Values.TryGet(_machine, out var value)
            ? value
            : AbstractValue.Unknown;
    }

    /// <summary>A step ends: in an <c>await</c>, in a jump, in the function's own <c>return</c>.</summary>
    public void Return(ReturnStatement statement, List<PathState> states)
    {
        var span = TextRange.FromBounds(statement.Start, statement.End);
        var end = _steps.Read(statement);
        foreach (var state in states)
        {
            switch (end.Kind)
            {
                case StepEndKind.Jump:
                    Go(end.Target, state);
                    break;
                case StepEndKind.Await:
                    foreach (var result in _interpreter.Promises.Await(end.Value!, state, _frame))
                    {
                        Go(end.Target >= 0 ? end.Target : _current + 1, result.State.With(_machine!, result.Value));
                    }

                    break;
                case StepEndKind.Return when end.Value is { } value:
                    foreach (var result in _interpreter.Evaluate(value, state, _frame))
                    {
                        _frame.Return(result.State, result.Value, span);
                    }

                    break;
                default:
                    _frame.Return(state, ConstantValue.Undefined, span);
                    break;
            }
        }
    }

    private void Go(int step, PathState state)
    {
        if (step >= 0 && step < _waiting.Length && _visits[step] < MostVisits)
        {
            _waiting[step].Add(state);
        }
    }

    private void Run(PathState state)
    {
        var outer = _frame.Try;
        var wasUncertain = _interpreter.IsUncertain;
        _frame.Steps = this;
        Go(0, state);
        while ((_current = Array.FindIndex(_waiting, static states => states.Count > 0)) >= 0)
        {
            var states = PathSet.Join(_waiting[_current]);
            _waiting[_current] = [];
            _interpreter.IsUncertain = wasUncertain || _visits[_current]++ > 0;
            var catching = _steps.CatchOf(_current);
            var scope = catching < 0 ? null : new TryScope();
            _frame.Try = scope ?? outer;
            RunCase(states);
            if (scope is not null)
            {
                foreach (var thrown in PathSet.Join(scope.Thrown.Select(static thrown => thrown.State).ToList()))
                {
                    Go(catching, thrown.With(_machine!, AbstractValue.Unknown));
                }
            }
        }

        _interpreter.IsUncertain = wasUncertain;
        _frame.Try = outer;
        _frame.Steps = null;
    }

    private void RunCase(List<PathState> states)
    {
        var target = new JumpTarget([], takesBreak: true, takesContinue: false);
        _frame.Targets.Add(target);
        var passing = _interpreter.Statements.Run(_steps.Cases[_current], states, _frame);
        _frame.Targets.Remove(target);
        foreach (var (state, jump) in target.Breaks)
        {
            Go(_steps.TargetBefore(jump), state);
        }

        foreach (var state in passing)
        {
            if (_current + 1 < _waiting.Length)
            {
                Go(_current + 1, state);
            }
            else
            {
                _frame.Return(state, ConstantValue.Undefined, _steps.End);
            }
        }
    }
}
