using System.Collections.Immutable;
using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>Follows promises: how they are made, continued, combined and waited for.</summary>
internal sealed class Promises(Interpreter interpreter)
{
    /// <summary>Combinations of ways to settle beyond this many are not told apart.</summary>
    private const int MostCombinations = 16;

    /// <summary>The one way of something that calls the callback itself.</summary>
    public ImmutableArray<SettledPath> Called(Node callback) =>
        [new SettledPath { Completion = Completion.Called, Call = callback, Value = ConstantValue.Undefined, End = TextRange.FromBounds(callback.Start, callback.End) }];

    /// <summary><c>await</c>: the path goes on with each way in which the promise settles.</summary>
    public List<Evaluated> Await(Expression argument, PathState state, Frame frame)
    {
        var results = new List<Evaluated>();
        var isUncaught = frame.CatchDepth == 0 && !Rejections.AreUnlikely(argument, interpreter.Origins) && !Rejections.AreHandled(argument, interpreter.Origins);
        foreach (var awaited in interpreter.Evaluate(argument, state, frame))
        {
            var path = awaited.State.WithoutShared(interpreter.Closures);
            switch (awaited.Value)
            {
                case PromiseValue promise:
                    path = path.Remove(promise.Origin);
                    foreach (var settled in promise.Paths)
                    {
                        var next = interpreter.Completions.Apply(path, settled, promise, frame);
                        if (settled.Rejected)
                        {
                            frame.Throw(next, isUncaught);
                        }
                        else
                        {
                            results.Add(new Evaluated(next, settled.Value));
                        }
                    }

                    break;
                case ConstantValue:
                case ListValue when interpreter.Origins.Nodes.ParentOf(argument) is not ForOfStatement:
                    results.Add(new Evaluated(path, awaited.Value));
                    break;
                default:
                    frame.Throw(path, isUncaught);
                    results.Add(new Evaluated(path, AbstractValue.Unknown));
                    break;
            }
        }

        return results;
    }

    /// <summary><c>.then</c>, <c>.catch</c>, <c>.finally</c>.</summary>
    public List<Evaluated> Continue(CallSite site)
    {
        var source = site.Receiver as PromiseValue;
        var paths = new List<SettledPath>();
        foreach (var path in source?.Paths ?? SettledPath.Either)
        {
            var index = site.Method switch
            {
                "then" => path.Rejected ? 1 : 0,
                "catch" => path.Rejected ? site.Arguments.Count - 1 : -1,
                _ => 0,
            };
            if (site.Method == "catch" && index > 0)
            {
                // Bluebird's `.catch(TypeError, …)` lets all other errors pass.
                paths.Add(path);
            }

            if (index < 0 || index >= site.Arguments.Count || site.Arguments[index] is ConstantValue)
            {
                paths.Add(path);
                continue;
            }

            foreach (var next in RunContinuation(site, index, path))
            {
                var composed = interpreter.Completions.Compose(path, next);
                paths.Add(site.Method == "finally" && !next.Rejected ? composed with { Rejected = path.Rejected, Value = path.Value } : composed);
            }
        }

        var promise = new PromiseValue(site.Call, SettledPath.Distinct(paths), site.MethodNode);
        var pending = new Pending(PendingKind.Chain, site.Call, promise.Paths, promise);
        interpreter.Report.AddFollowedChain(site.Call);
        if (pending.MayComplete)
        {
            interpreter.Report.AddCompleting(site.Call);
        }

        var state = source is null ? site.State : site.State.Remove(source.Origin);
        return [new Evaluated(interpreter.Completions.Start(state, pending), promise)];
    }

    /// <summary><c>Promise.all</c> and its like.</summary>
    public List<Evaluated> Combine(string maker, CallSite site)
    {
        var state = site.State;
        var parts = (site.ArgumentAt(0) as ListValue)?.Elements.OfType<PromiseValue>().ToList();
        foreach (var part in parts ?? [])
        {
            state = state.Remove(part.Origin);
        }

        state = site.Arguments.Where(static argument => argument is not ListValue)
            .Aggregate(state, (path, argument) => maker == "resolve" ? path : interpreter.Expressions.GiveAway(argument, path));
        var paths = maker switch
        {
            "resolve" => site.ArgumentAt(0) is PromiseValue same ? same.Paths : [new SettledPath { Value = site.ArgumentAt(0) }],
            "reject" => [new SettledPath { Rejected = true, AfterRejection = true }],
            "all" => parts is null ? SettledPath.Either : All(parts),
            "allSettled" => parts is null ? SettledPath.Fulfilled : [.. All(parts).Select(static path => path with { Rejected = false })],
            _ => parts is null ? SettledPath.Either : SettledPath.Distinct(parts.SelectMany(static part => part.Paths)),
        };
        var promise = new PromiseValue(site.Call, paths);
        if (paths.Any(static path => path.MayComplete))
        {
            interpreter.Report.AddCompleting(site.Call);
            state = interpreter.Completions.Start(state, new Pending(PendingKind.AsyncCall, site.Call, paths, promise));
        }

        return [new Evaluated(state, promise)];
    }

    /// <summary><c>new Promise(…)</c>, whose function runs at once.</summary>
    public List<Evaluated> Create(NewExpression created, PathState state, Frame frame)
    {
        var paths = Rejections.CanArise(created) ? SettledPath.Either : SettledPath.Fulfilled;
        var results = new List<Evaluated>();
        foreach (var (path, arguments) in interpreter.Calls.EvaluateAll(created.Arguments, state, frame))
        {
            IEnumerable<PathState> ends = [path];
            if (arguments.Count > 0 && arguments[0] is FunctionValue executor && interpreter.Carries(executor, path))
            {
                ends = RunExecutor(executor, created, path, frame);
            }

            results.AddRange(ends.Select(end => new Evaluated(end, new PromiseValue(created, paths))));
        }

        return results;
    }

    private IEnumerable<PathState> RunExecutor(FunctionValue executor, NewExpression created, PathState state, Frame frame)
    {
        if (executor.Function.Async)
        {
            var paths = interpreter.Functions.RunLater(executor, [], state, adopts: true);
            return [interpreter.Completions.Start(state, new Pending(PendingKind.AsyncCall, created, paths))];
        }

        var inner = new Frame(executor.Function, frame, callSite: null);
        interpreter.Functions.Run([], state, inner);
        return inner.Ends.Select(static end => end.State);
    }

    private IEnumerable<SettledPath> RunContinuation(CallSite site, int index, SettledPath before) => site.Arguments[index] switch
    {
        CallbackValue => Called(site.Call.Arguments[index]),
        OutsideValue => [new SettledPath { Completion = Completion.Escaped }],
        FunctionValue function => interpreter.Functions.RunLater(function, site.Method == "finally" ? [] : [before.Value], site.State, adopts: true),
        _ => SettledPath.Fulfilled,
    };

    /// <summary>All parts settle; the first rejection decides.</summary>
    private ImmutableArray<SettledPath> All(List<PromiseValue> parts)
    {
        var fulfilled = SettledPath.Fulfilled;
        var rejected = new List<SettledPath>();
        foreach (var part in parts)
        {
            rejected.AddRange(part.Paths.Where(static path => path.Rejected));
            fulfilled = SettledPath.Distinct(fulfilled
                .SelectMany(before => part.Paths.Where(static path => !path.Rejected).Select(path => interpreter.Completions.Compose(before, path)))
                .Select(static path => path with { Value = AbstractValue.Unknown }));
            if (fulfilled.Length > MostCombinations)
            {
                fulfilled = [.. fulfilled.Take(MostCombinations)];
            }
        }

        return SettledPath.Distinct(fulfilled.Concat(rejected));
    }
}
