using Ahoy.Analysis.Flow.Origins;
using Ahoy.Analysis.Platform;
using Ahoy.Analysis.Platform.Compiled;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>Evaluates calls: of the callback, of functions of this file, of what the catalogue names, and of all else.</summary>
internal sealed class Calls(Interpreter interpreter)
{
    private readonly LaterCalls _later = new(interpreter);
    private readonly Iterations _iterations = new(interpreter);

    public List<Evaluated> Evaluate(CallExpression call, PathState state, Frame frame)
    {
        if (interpreter.Origins.AsyncBodies.RunBy(call) is { } body)
        {
            return interpreter.Functions.CallAsync(new FunctionValue(body), [], call, state);
        }

        if (interpreter.Origins.AsyncBodies.WrappedBy(call) is { } wrapped)
        {
            return [new Evaluated(state, new FunctionValue(wrapped))];
        }

        if (Steps.AreIn(call))
        {
            if (StepRun.TryRun(call, state, frame, interpreter))
            {
                return [];
            }

            return EvaluateAll(call.Arguments, state, frame)
                .ConvertAll(given => new Evaluated(
                    given.Values.Aggregate(given.State, (path, argument) => interpreter.Expressions.GiveAway(argument, path)), AbstractValue.Unknown));
        }

        var results = new List<Evaluated>();
        var callee = CallOrigins.Unwrap(call.Callee);
        foreach (var site in EvaluateCallee(call, callee, state, frame))
        {
            foreach (var (path, arguments) in EvaluateAll(call.Arguments, site.State, frame))
            {
                results.AddRange(Invoke(site.With(path, arguments)));
            }
        }

        return results;
    }

    public List<Evaluated> Evaluate(NewExpression created, PathState state, Frame frame)
    {
        if (interpreter.Origins.Find(created).Kind == OriginKind.Promise)
        {
            return interpreter.Promises.Create(created, state, frame);
        }

        var results = new List<Evaluated>();
        foreach (var target in interpreter.Evaluate(created.Callee, state, frame))
        {
            foreach (var (path, arguments) in EvaluateAll(created.Arguments, target.State, frame))
            {
                frame.MayThrow(path);
                results.Add(new Evaluated(_later.PassOn(created, arguments, PendingKind.Continuation, path), AbstractValue.Object));
            }
        }

        return results;
    }

    /// <summary>Evaluates expressions one after the other.</summary>
    public List<(PathState State, List<AbstractValue> Values)> EvaluateAll(IEnumerable<Node?> expressions, PathState state, Frame frame)
    {
        var results = new List<(PathState State, List<AbstractValue> Values)> { (state, []) };
        foreach (var expression in expressions)
        {
            if (expression is null)
            {
                continue;
            }

            var next = new List<(PathState State, List<AbstractValue> Values)>(results.Count);
            foreach (var (path, values) in results)
            {
                foreach (var result in interpreter.Evaluate(expression, path, frame))
                {
                    next.Add((result.State, [.. values, result.Value]));
                }
            }

            results = next;
        }

        return results;
    }

    private List<CallSite> EvaluateCallee(CallExpression call, Expression callee, PathState state, Frame frame)
    {
        var sites = new List<CallSite>();
        if (callee is not MemberExpression member)
        {
            foreach (var target in interpreter.Evaluate(callee, state, frame))
            {
                sites.Add(new CallSite(call, frame, target.State, target.Value));
            }

            return sites;
        }

        var function = interpreter.Origins.FunctionOf(member);
        foreach (var receiver in interpreter.Expressions.Receiver(member, state, frame))
        {
            foreach (var path in member.Computed ? interpreter.Run(member.Property, [receiver.State], frame) : [receiver.State])
            {
                sites.Add(new CallSite(call, frame, path, function is null ? AbstractValue.Unknown : new FunctionValue(function))
                {
                    Receiver = receiver.Value,
                    Method = interpreter.Origins.Constants.NameOf(member),
                    MethodNode = member.Property,
                });
            }
        }

        return sites;
    }

    private List<Evaluated> Invoke(CallSite site)
    {
        switch (site.Callee)
        {
            case CallbackValue:
                return Complete(site, site.Arguments);
            case FunctionValue function:
                return interpreter.Functions.Call(function, site.Arguments, site.Call, site.State, site.Frame);
            case OutsideValue:
                site.Frame.MayThrow(site.State);
                return [new Evaluated(site.State.Escape(), AbstractValue.Unknown)];
        }

        if (site.Receiver is CallbackValue or FunctionValue && InvokeIndirectly(site) is { } indirect)
        {
            return indirect;
        }

        if (site.Method is { } method && Libraries.IsChainMethod(method) && (site.Arguments.Count > 0 || site.Receiver is PromiseValue))
        {
            return interpreter.Promises.Continue(site);
        }

        if (site.Method is not null && site.Arguments.Count > 0 && _iterations.Evaluate(site) is { } iterated)
        {
            return iterated;
        }

        return interpreter.Origins.Find(site.Call.Callee) is { Kind: OriginKind.LibraryMember, Library: Libraries.Promise, Member: var maker }
            ? interpreter.Promises.Combine(maker, site)
            : InvokeUnknown(site);
    }

    private List<Evaluated> Complete(CallSite site, IReadOnlyList<AbstractValue> arguments)
    {
        var state = arguments.Aggregate(site.State, (path, argument) => argument is PromiseValue ? path : interpreter.Expressions.GiveAway(argument, path));
        return [new Evaluated(interpreter.Completions.Complete(state, site.Call, site.Frame), ConstantValue.Undefined)];
    }

    /// <summary><c>f.call(…)</c>, <c>f.apply(…)</c>, <c>f.bind(…)</c>.</summary>
    private List<Evaluated>? InvokeIndirectly(CallSite site)
    {
        var rest = site.Arguments.Skip(1).ToList();
        switch (site.Method)
        {
            case "call" or "apply" when site.Receiver is CallbackValue:
                return Complete(site, rest);
            case "apply" when site.Receiver is FunctionValue function && site.Call.Arguments.ArgumentAt(1) is Identifier { Name: "arguments" }:
                return interpreter.Functions.Call(function, site.Frame.Arguments, site.Call, site.State, site.Frame);
            case "call" when site.Receiver is FunctionValue function:
                return interpreter.Functions.Call(function, rest, site.Call, site.State, site.Frame);
            case "bind" when site.Receiver is CallbackValue callback:
                return [new Evaluated(site.State, callback)];
            case "bind" when site.Receiver is FunctionValue function:
                return [new Evaluated(site.State, new FunctionValue(function.Function, function.Bound.AddRange(rest)))];
            default:
                return null;
        }
    }

    private List<Evaluated> InvokeUnknown(CallSite site)
    {
        site.Frame.MayThrow(site.State);
        var state = _later.PassOn(site);
        if (site.Receiver is OutsideValue && !IsSetter(site.Method))
        {
            state = state.Escape();
        }

        state = state.WithoutShared(interpreter.Closures);
        AbstractValue value = interpreter.Origins.Find(site.Call).Kind switch
        {
            OriginKind.Promise => new PromiseValue(site.Call, GivesObject(site.Call) ? SettledPath.EitherWithObject : SettledPath.Either),
            _ => AbstractValue.Unknown,
        };
        return [new Evaluated(state, value)];
    }

    /// <summary>Whether a method only prepares an answer: <c>response.setBody(…)</c>.</summary>
    private static bool IsSetter(string? method) =>
        method is not null && (method.StartsWith("set", StringComparison.Ordinal) || method.StartsWith("append", StringComparison.Ordinal));

    /// <summary>Whether a request is answered with an object, which no condition takes for false.</summary>
    private bool GivesObject(CallExpression call) => interpreter.Origins.Find(call.Callee) is
    {
        Kind: OriginKind.TwilioClient,
    }
    or
    {
        Kind: OriginKind.Library or OriginKind.LibraryMember,
        Library: Libraries.Axios or Libraries.Got or Libraries.Fetch,
    };
}
