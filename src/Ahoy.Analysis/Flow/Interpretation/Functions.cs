using System.Collections.Immutable;
using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>Runs functions of the file: in place where they are called, or by themselves where something calls them later.</summary>
internal sealed class Functions(Interpreter interpreter)
{
    private readonly Dictionary<IFunction, FunctionSummary> _summaries = [];
    private readonly HashSet<IFunction> _running = [];

    /// <summary>A function of this file is called.</summary>
    /// <param name="function">The function.</param>
    /// <param name="arguments">What it is given.</param>
    /// <param name="call">The call.</param>
    /// <param name="state">The path.</param>
    /// <param name="frame">The caller.</param>
    /// <param name="reportsInside">Whether a second callback call is reported in the function, not at its call.</param>
    public List<Evaluated> Call(
        FunctionValue function, IReadOnlyList<AbstractValue> arguments, CallExpression call, PathState state, Frame frame, bool reportsInside = false)
    {
        frame.MayThrow(state);
        var body = function.Function;
        var given = function.Bound.Concat(arguments).ToList();
        var carries = interpreter.Closures.Reaches(body, state) || given.Any(argument => interpreter.Carries(argument, state));
        var isAsync = body.Async || interpreter.Origins.AsyncBodies.IsBody(body);
        if ((body.Generator && !(isAsync && !body.Async)) || _running.Contains(body) || Interpreter.IsTooDeep(frame))
        {
            state = given.Aggregate(state, (path, argument) => interpreter.Expressions.GiveAway(argument, path));
            return [new Evaluated(carries ? state.Escape() : state, AbstractValue.Unknown)];
        }

        if (isAsync)
        {
            return CallAsync(new FunctionValue(body), given, call, state);
        }

        return carries
            ? CallInPlace(body, given, call, state, frame, reportsInside)
            : CallBySummary(body, state.WithoutShared(interpreter.Closures));
    }

    /// <summary>An <c>async</c> function is called, whose promise the caller may or may not wait for.</summary>
    public List<Evaluated> CallAsync(FunctionValue function, IReadOnlyList<AbstractValue> arguments, CallExpression call, PathState state)
    {
        var carries = interpreter.Carries(function, state) || arguments.Any(argument => interpreter.Carries(argument, state));
        var paths = carries ? RunLater(function, arguments, state, adopts: true) : Summarize(function.Function).Settled;
        var promise = new PromiseValue(call, paths);
        state = state.WithoutShared(interpreter.Closures);
        if (paths.Any(static path => path.MayComplete))
        {
            interpreter.Report.AddCompleting(call);
            state = interpreter.Completions.Start(state, new Pending(PendingKind.AsyncCall, call, paths, promise));
        }

        return [new Evaluated(state, promise)];
    }

    /// <summary>The promise that a function returns which has nothing to do with the callback; null where it returns none.</summary>
    public PromiseValue? PromiseOf(IFunction function, Node origin)
    {
        var isAsync = function.Async ? !function.Generator : interpreter.Origins.AsyncBodies.IsBody(function);
        if ((function.Generator && !isAsync) || _running.Contains(function))
        {
            return null;
        }

        var summary = Summarize(function);
        return isAsync ? new PromiseValue(origin, summary.Settled) : summary.Promise;
    }

    /// <summary>Something calls a function at another time. What it may do then, seen from its beginning to its end.</summary>
    /// <param name="function">The function.</param>
    /// <param name="arguments">What it is given.</param>
    /// <param name="state">The path that gives the function away.</param>
    /// <param name="adopts">Whether a promise that it returns is waited for.</param>
    public ImmutableArray<SettledPath> RunLater(FunctionValue function, IReadOnlyList<AbstractValue> arguments, PathState state, bool adopts)
    {
        var body = function.Function;
        if (_running.Contains(body))
        {
            return [new SettledPath { Completion = interpreter.Carries(function, state) ? Completion.Escaped : Completion.None }];
        }

        var frame = new Frame(body, caller: null, callSite: null);
        Run(function.Bound.Concat(arguments).ToList(), state.Later(), frame);
        return SettledPath.Distinct(frame.Ends.SelectMany(end => Settle(end, adopts || body.Async)));
    }

    /// <summary>Runs the function of a frame; its ends are in the frame.</summary>
    public void Run(IReadOnlyList<AbstractValue> arguments, PathState state, Frame frame)
    {
        var function = frame.Function;
        frame.Arguments = arguments;
        _running.Add(function);
        for (var i = 0; i < function.Params.Count; i++)
        {
            var value = i < arguments.Count && function.Params[i] is not RestElement ? arguments[i] : AbstractValue.Unknown;
            state = interpreter.Expressions.Bind(function.Params[i], value, state);
        }

        if (function.Body is BlockStatement block)
        {
            var brace = TextRange.FromBounds(Math.Max(block.Start, block.End - 1), block.End);
            foreach (var end in interpreter.Statements.Run(block, [state], frame))
            {
                frame.Ends.Add(new FunctionEnd(FunctionEndKind.FallOff, end, ConstantValue.Undefined, end.Pin ?? brace));
            }
        }
        else
        {
            foreach (var result in interpreter.Evaluate(function.Body, state, frame))
            {
                frame.Return(result.State, result.Value, TextRange.FromBounds(function.Body.Start, function.Body.End));
            }
        }

        _running.Remove(function);
    }

    private List<Evaluated> CallInPlace(
        IFunction function, List<AbstractValue> arguments, CallExpression call, PathState state, Frame frame, bool reportsInside)
    {
        var inner = new Frame(function, frame, reportsInside ? null : call);
        Run(arguments, state, inner);
        var completes = !state.MayComplete && inner.Ends.Any(static end => end.State.MayComplete);
        var results = new List<Evaluated>();
        foreach (var end in inner.Ends)
        {
            if (end.IsError)
            {
                frame.Throw(end.State);
                continue;
            }

            if (end.Value is PromiseValue promise && promise.Paths.Any(static path => path.MayComplete))
            {
                interpreter.Report.AddCompleting(call);
            }

            var path = end.State with { Pin = state.Pin };
            results.Add(new Evaluated(completes && !path.MayComplete ? path with { Notes = path.Notes.Add(NoteOn(end)) } : path, end.Value));
        }

        return results;
    }

    private static RelatedSpan NoteOn(FunctionEnd end) =>
        new(end.Span.Start, end.Span.End, "The helper ends here without calling the callback.");

    private List<Evaluated> CallBySummary(IFunction function, PathState state)
    {
        var summary = Summarize(function);
        foreach (var pending in summary.Open)
        {
            state = state.Add(pending);
        }

        return [new Evaluated(state, summary.Promise ?? AbstractValue.Unknown)];
    }

    private FunctionSummary Summarize(IFunction function)
    {
        if (!_summaries.TryGetValue(function, out var summary))
        {
            var frame = new Frame(function, caller: null, callSite: null);
            Run([], PathState.Start, frame);
            summary = FunctionSummary.Create(frame.Ends, SettledPath.Distinct(frame.Ends.SelectMany(end => Settle(end, adopts: true))));
            _summaries.Add(function, summary);
        }

        return summary;
    }

    private IEnumerable<SettledPath> Settle(FunctionEnd end, bool adopts)
    {
        var settled = new SettledPath
        {
            Rejected = end.IsError,
            AfterRejection = end.IsError,
            Completion = end.State.Completion,
            Call = end.State.FirstCall?.Node,
            Value = end.Value,
            End = end.IsError ? null : end.Span,
            Open = end.State.Open,
            Notes = end.State.Notes,
        };
        if (!adopts || end.Value is not PromiseValue promise)
        {
            return [settled];
        }

        settled = settled with { Open = settled.Open.RemoveAll(pending => ReferenceEquals(pending.Node, promise.Origin)) };
        return promise.Paths.Select(path => interpreter.Completions.Compose(settled, path));
    }
}
