using Ahoy.Analysis.Platform;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.TwiML.Paths;

internal sealed partial class PathWalker
{
    /// <summary>Evaluates an expression on a path: each way in which that ends, with the value.</summary>
    private List<(PathState State, PathValue Value)> Evaluate(Node? expression, PathState state, PathFrame frame)
    {
        var node = expression.Unchained();
        if (node is Identifier name)
        {
            return [Read(name, state)];
        }

        if (node is null || !_marks.Contains(node) || IsGivenUp)
        {
            return [(state, default)];
        }

        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if (_texts.TryGetValue(node, out var text))
        {
            return [(state.Create(node, TwiMLPaths.StepsOf(text)), new PathValue(node))];
        }

        switch (node)
        {
            case IFunction or IClass:
                return [(state, default)];
            case NewExpression created when _facts.Types(created) is { Tag: TwiMLSchema.Root }:
                return [(state.Create(created, []), new PathValue(created))];
            case NewExpression created:
                return EvaluateCallOfOthers(created.Arguments, [state], frame, runsFunctions: created.Callee is Identifier { Name: "Promise" }, mayAdd: false);
            case CallExpression call:
                return Join(EvaluateCall(call, state, frame));
            case AwaitExpression awaited:
                return Await(Evaluate(awaited.Argument, state, frame), frame);
            case AssignmentExpression { Operator: "=" } assignment:
                return [.. Evaluate(assignment.Right, state, frame).Select(end => (Assign(assignment.Left, end.Value, end.State), end.Value))];
            case ConditionalExpression choice:
                return Then(Evaluate(choice.Test, state, frame), tested => [.. Evaluate(choice.Consequent, tested, frame), .. Evaluate(choice.Alternate, tested, frame)]);
            case LogicalExpression logical:
                return [.. Evaluate(logical.Left, state, frame).SelectMany(left => Evaluate(logical.Right, left.State, frame).Append(left))];
            default:
                List<(PathState State, PathValue Value)> ends = [(state, default)];
                foreach (var child in node.Children)
                {
                    ends = Then(ends, next => Evaluate(child, next, frame));
                }

                return node is SequenceExpression ? ends : [.. ends.Select(end => (end.State, default(PathValue)))];
        }
    }

    private static List<(PathState State, PathValue Value)> Then(
        List<(PathState State, PathValue Value)> ends, Func<PathState, List<(PathState State, PathValue Value)>> next) =>
        ends.Count == 1 ? next(ends[0].State) : [.. ends.SelectMany(end => next(end.State))];

    /// <summary>A variable, or a constant that holds a response or its text.</summary>
    private (PathState State, PathValue Value) Read(Identifier name, PathState state)
    {
        if (_file.Scopes.BindingOf(name) is { } variable && state.Holders.TryGetValue(variable, out var held))
        {
            return (state, new PathValue(held));
        }

        var constant = _file.Constants.Follow(name);
        if (constant is not null and not Identifier)
        {
            if (_texts.TryGetValue(constant, out var text))
            {
                return (state.Create(constant, TwiMLPaths.StepsOf(text)), new PathValue(constant));
            }

            if (constant is NewExpression && _facts.Types(constant) is { Tag: TwiMLSchema.Root })
            {
                return (state.Responses.ContainsKey(constant) ? state : state.Create(constant, []), new PathValue(constant));
            }
        }

        return (state, default);
    }

    private static List<(PathState State, PathValue Value)> Await(List<(PathState State, PathValue Value)> ends, PathFrame frame)
    {
        frame.Throws.AddRange(ends.Where(end => end.Value.Settled == false).Select(end => end.State));
        return [.. ends.Where(end => end.Value.Settled != false).Select(end => (end.State, new PathValue(end.Value.Response)))];
    }

    private List<(PathState State, PathValue Value)> EvaluateCall(CallExpression call, PathState state, PathFrame frame)
    {
        if (call.Callee.Unchained() is MemberExpression callee)
        {
            var method = _file.Constants.NameOf(callee);
            if (method is "then" or "catch" or "finally")
            {
                return Settle(Evaluate(callee.Object, state, frame), method, call, frame);
            }

            if (_facts.Types(callee.Object) is { } owner)
            {
                return Then(Evaluate(callee.Object, state, frame), static _ => [], (next, value) => Build(call, owner.Tag == TwiMLSchema.Root, method, next, value, frame));
            }
        }

        if (_origins.FunctionOf(call.Callee) is { } function)
        {
            return CallWith(function, call.Arguments, state, frame);
        }

        List<(PathState State, PathValue Value)> ends = call.Callee.Unchained() is MemberExpression member ? Evaluate(member.Object, state, frame) : [(state, default)];
        return EvaluateCallOfOthers(call.Arguments, [.. ends.Select(end => end.State)], frame, runsFunctions: false, mayAdd: !OnlySends(call));
    }

    private static List<(PathState State, PathValue Value)> Then(
        List<(PathState State, PathValue Value)> ends,
        Func<PathState, List<(PathState State, PathValue Value)>> none,
        Func<PathState, PathValue, List<(PathState State, PathValue Value)>> next) =>
        ends.Count == 0 ? none(PathState.Start) : [.. ends.SelectMany(end => next(end.State, end.Value))];

    /// <summary>A method of the builder's.</summary>
    private List<(PathState State, PathValue Value)> Build(CallExpression call, bool isOfResponse, string? method, PathState state, PathValue owner, PathFrame frame)
    {
        var ends = EvaluateArguments(call.Arguments, state, frame);
        if (!isOfResponse)
        {
            return [.. ends.Select(end => (end.State, default(PathValue)))];
        }

        if (owner.Response is not { } response || !state.Responses.ContainsKey(response))
        {
            // A response that came another way than by a name that is followed.
            IsGivenUp = true;
            return [(state, default)];
        }

        var element = _facts.ElementOf(call);
        return element is not null || method is "addChild" or "addText" or null
            ? [.. ends.Select(end => (end.State.Add(response, element, call.End), default(PathValue)))]
            : [.. ends.Select(end => (end.State, default(PathValue)))];
    }

    private List<(PathState State, IReadOnlyList<PathValue> Values)> EvaluateArguments(NodeList<Expression> arguments, PathState state, PathFrame frame)
    {
        List<(PathState State, IReadOnlyList<PathValue> Values)> ends = [(state, [])];
        foreach (var argument in arguments)
        {
            ends = [.. ends.SelectMany(end => Evaluate(argument, end.State, frame).Select(next => (next.State, (IReadOnlyList<PathValue>)[.. end.Values, next.Value])))];
        }

        return ends;
    }

    private List<(PathState State, PathValue Value)> CallWith(IFunction function, NodeList<Expression> arguments, PathState state, PathFrame frame) =>
        [.. EvaluateArguments(arguments, state, frame).SelectMany(end => Call(function, end.Values, end.State, frame))];

    /// <summary>A call of something else: the functions that it gets run or don't, and a response that it gets may have anything added.</summary>
    private List<(PathState State, PathValue Value)> EvaluateCallOfOthers(NodeList<Expression> arguments, List<PathState> states, PathFrame frame, bool runsFunctions, bool mayAdd)
    {
        foreach (var argument in arguments)
        {
            var after = new List<PathState>();
            foreach (var state in states)
            {
                if (_origins.FunctionOf(argument) is { } function && _marks.Contains((Node)function))
                {
                    after.AddRange(Call(function, [], state, frame).Select(end => end.State));
                    after.AddRange(runsFunctions ? [] : (List<PathState>)[state]);
                }
                else
                {
                    after.AddRange(Evaluate(argument, state, frame).Select(end =>
                        mayAdd && end.Value.Response is { } response && end.State.Responses.ContainsKey(response) ? end.State.Add(response, null, argument.Start) : end.State));
                }
            }

            states = Join(after);
        }

        return [.. states.Select(state => (state, default(PathValue)))];
    }

    /// <summary>Whether a call only sends or prints what it gets: the callback, a promise's <c>resolve</c>, a method of another object.</summary>
    private bool OnlySends(CallExpression call) => call.Callee.Unchained() switch
    {
        Identifier name => _file.Scopes.BindingOf(name) is { Kind: JavaScript.Scopes.BindingKind.Parameter },
        MemberExpression callee => _file.Constants.NameOf(callee) is "setBody" or "log" or "info" or "error" or "debug" or "resolve",
        _ => false,
    };

    /// <summary>A link of a promise chain: what it is given runs where the chain is settled in the way that it is for.</summary>
    private List<(PathState State, PathValue Value)> Settle(List<(PathState State, PathValue Value)> chain, string method, CallExpression call, PathFrame frame)
    {
        var ends = new List<(PathState State, PathValue Value)>();
        var onFulfilled = method == "catch" ? null : _origins.FunctionOf(call.Arguments.ArgumentAt(0));
        var onRejected = method == "then" ? _origins.FunctionOf(call.Arguments.ArgumentAt(1)) : _origins.FunctionOf(call.Arguments.ArgumentAt(0));
        var takesRejection = call.Arguments.Count > (method == "then" ? 1 : 0) && method != "finally";
        foreach (var (state, value) in chain)
        {
            if (value.Settled != false)
            {
                ends.AddRange(Run(onFulfilled, state, rejectedAfter: false));
            }

            if (value.Settled != true)
            {
                ends.AddRange(Run(onRejected, state, rejectedAfter: !takesRejection));
            }
        }

        return Join(ends);

        IEnumerable<(PathState State, PathValue Value)> Run(IFunction? function, PathState state, bool rejectedAfter)
        {
            if (function is null || !_marks.Contains((Node)function))
            {
                return [(state, new PathValue(null, Settled: !rejectedAfter))];
            }

            var inner = new PathFrame();
            var run = Call(function, [], state, inner);
            return run.Select(end => (end.State, new PathValue(end.Value.Response, Settled: !rejectedAfter && end.Value.Settled != false)))
                .Concat(inner.Throws.Select(thrown => (thrown, new PathValue(null, Settled: false))));
        }
    }
}
