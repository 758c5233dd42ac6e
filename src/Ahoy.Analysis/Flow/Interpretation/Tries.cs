using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>Runs <c>try</c>, <c>catch</c> and <c>finally</c>.</summary>
internal sealed class Tries(Interpreter interpreter)
{
    public List<PathState> Run(TryStatement attempt, List<PathState> states, Frame frame)
    {
        var outer = frame.Try;
        var ends = frame.Ends.Count;
        var jumps = frame.Targets.ConvertAll(static target => (target, target.Breaks.Count, target.Continues.Count));
        var guard = attempt.Finalizer is null ? null : new TryScope();
        var scope = new TryScope();
        var left = frame.Left.Count;

        frame.Try = scope;
        var tried = interpreter.Statements.Run(attempt.Block, states, frame);
        var triedCompletes = Completes(tried, frame, left);

        frame.Try = guard ?? outer;
        List<PathState> result;
        if (attempt.Handler is { } handler && !IsOfIteration(attempt, handler))
        {
            left = frame.Left.Count;
            var caught = Catch(handler, scope, frame);
            result = Arm.Join(states,
            [
                new Arm(tried, null, triedCompletes),
                new Arm(caught, Branches.EndOf(handler.Body), Completes(caught, frame, left)),
            ]);
        }
        else
        {
            Rethrow(scope, frame);
            result = tried;
        }

        frame.Try = outer;
        return attempt.Finalizer is { } finalizer ? Finish(finalizer, result, guard!, ends, jumps, frame) : result;
    }

    /// <summary>
    /// Whether a statement closes an iterator, as compilers write <c>for…of</c> out: what it catches, its <c>finally</c> throws again:
    /// <c>try { … } catch (error) { iterator.e(error); } finally { iterator.f(); }</c>.
    /// </summary>
    private static bool IsOfIteration(TryStatement attempt, CatchClause handler) =>
        handler is { Param: Identifier error, Body.Body: { Count: 1 } kept }
        && kept[0] is ExpressionStatement { Expression: CallExpression { Callee: MemberExpression { Object: Identifier iterator }, Arguments: { Count: 1 } arguments } }
        && arguments[0] is Identifier given
        && given.Name == error.Name
        && attempt.Finalizer is { Body: { Count: 1 } last }
        && last[0] is ExpressionStatement { Expression: CallExpression { Callee: MemberExpression { Object: Identifier closed }, Arguments.Count: 0 } }
        && closed.Name == iterator.Name;

    private static bool Completes(List<PathState> states, Frame frame, int left) =>
        states.Any(static state => state.MayComplete) || frame.Left.Skip(left).Any(static state => state.MayComplete);

    private static void Rethrow(TryScope scope, Frame frame)
    {
        foreach (var (state, byAwait) in scope.Thrown)
        {
            frame.Throw(state, byAwait);
        }
    }

    private List<PathState> Catch(CatchClause handler, TryScope scope, Frame frame)
    {
        var caught = PathSet.Join(scope.Thrown.Select(static thrown => thrown.State).ToList());
        if (handler.Param is { } parameter)
        {
            caught = caught.ConvertAll(state => interpreter.Expressions.Bind(parameter, AbstractValue.Unknown, state));
        }

        frame.CatchDepth++;
        var states = interpreter.Statements.Run(handler.Body, caught, frame);
        frame.CatchDepth--;
        return states;
    }

    /// <summary>Runs the <c>finally</c> on all paths that leave the statement, in whatever way they do.</summary>
    private List<PathState> Finish(
        BlockStatement finalizer,
        List<PathState> states,
        TryScope thrown,
        int ends,
        List<(JumpTarget Target, int Breaks, int Continues)> jumps,
        Frame frame)
    {
        var ended = frame.Ends.GetRange(ends, frame.Ends.Count - ends);
        frame.Ends.RemoveRange(ends, ended.Count);
        foreach (var end in ended)
        {
            frame.Ends.AddRange(Run(end.State).Select(end.With));
        }

        foreach (var (target, breaks, continues) in jumps)
        {
            Redo(target.Breaks, breaks);
            Redo(target.Continues, continues);
        }

        foreach (var (state, byAwait) in thrown.Thrown)
        {
            Run(state).ForEach(path => frame.Throw(path, byAwait));
        }

        return interpreter.Statements.Run(finalizer, states, frame);

        List<PathState> Run(PathState state) => interpreter.Statements.Run(finalizer, [state], frame);

        void Redo(List<(PathState State, Node Jump)> left, int from)
        {
            var late = left.GetRange(from, left.Count - from);
            left.RemoveRange(from, late.Count);
            foreach (var (state, jump) in late)
            {
                left.AddRange(Run(state).Select(path => (path, jump)));
            }
        }
    }
}
