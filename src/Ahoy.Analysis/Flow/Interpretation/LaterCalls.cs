using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>Calls of which nothing is known but that they are given functions: timers, event emitters, libraries.</summary>
internal sealed class LaterCalls(Interpreter interpreter)
{
    /// <summary>Events that come once, and after which nothing else comes.</summary>
    private static readonly HashSet<string> s_lastEvents = ["end", "finish", "close", "done", "complete"];

    /// <summary>The path after a call that is given functions, promises, the callback itself.</summary>
    public PathState PassOn(CallSite site)
    {
        switch (NameOf(site))
        {
            case "setTimeout" or "setImmediate" or "queueMicrotask" or "nextTick":
                return PassFirst(site, PendingKind.Timer);
            case "setInterval":
                return PassFirst(site, PendingKind.Listener);
            case "clearTimeout" or "clearImmediate" or "clearInterval":
                return site.State with
                {
                    Open = site.State.Open.RemoveAll(static pending => pending is { Kind: PendingKind.Timer or PendingKind.Listener, MayComplete: true }),
                };
            case "on" or "addListener" or "addEventListener" or "prependListener" when site.Arguments.Count > 1:
                return PassOn(site.Call, site.Arguments, IsLastEvent(site) ? PendingKind.Continuation : PendingKind.Listener, site.State);
            default:
                return PassOn(site.Call, site.Arguments, PendingKind.Continuation, site.State);
        }
    }

    /// <summary>The last function is called later; the callback and all other functions that hold it get out of sight.</summary>
    public PathState PassOn(Node call, IReadOnlyList<AbstractValue> arguments, PendingKind kind, PathState state)
    {
        var last = LastFunction(arguments);
        for (var i = 0; i < arguments.Count; i++)
        {
            if (i == last)
            {
                state = Register(call, (FunctionValue)arguments[i], kind, state);
            }
            else
            {
                state = interpreter.Expressions.GiveAway(arguments[i], state);
            }
        }

        return state;
    }

    /// <summary>The name that tells what a call is about: of a global function, or of a method.</summary>
    private string? NameOf(CallSite site) =>
        site.Call.Callee is Identifier identifier
            ? interpreter.Scopes.IsFree(identifier, identifier.Name) ? identifier.Name : null
            : site.Method;

    private static int LastFunction(IReadOnlyList<AbstractValue> arguments)
    {
        for (var i = arguments.Count - 1; i >= 0; i--)
        {
            if (arguments[i] is FunctionValue)
            {
                return i;
            }
        }

        return -1;
    }

    private bool IsLastEvent(CallSite site) => interpreter.Origins.Constants.TextOf(site.Call.Arguments[0]) is { } name && s_lastEvents.Contains(name);

    /// <summary>A timer calls its first argument.</summary>
    private PathState PassFirst(CallSite site, PendingKind kind) => site.ArgumentAt(0) switch
    {
        CallbackValue => interpreter.Completions.Start(site.State, new Pending(kind, site.Call, interpreter.Promises.Called(site.Call.Arguments[0]))),
        FunctionValue function => Register(site.Call, function, kind, site.State),
        _ => site.State,
    };

    private PathState Register(Node call, FunctionValue function, PendingKind kind, PathState state)
    {
        if (!interpreter.Carries(function, state))
        {
            return state;
        }

        var pending = new Pending(kind, call, interpreter.Functions.RunLater(function, [], state, adopts: false));
        if (!pending.MayComplete)
        {
            return state;
        }

        interpreter.Report.AddCompleting(call);
        return interpreter.Completions.Start(state, pending);
    }
}
