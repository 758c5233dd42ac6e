namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>Methods of arrays that call a function for each element, at once.</summary>
internal sealed class Iterations(Interpreter interpreter)
{
    private static readonly HashSet<string> s_methods =
    [
        "forEach", "map", "filter", "flatMap", "reduce", "reduceRight", "some", "every", "find", "findIndex", "findLast", "findLastIndex", "sort",
    ];

    /// <summary>Methods that go on to the next element whatever the function returns.</summary>
    private static readonly HashSet<string> s_exhaustive = ["forEach", "map", "filter", "flatMap", "reduce", "reduceRight"];

    /// <summary>Evaluates a call of such a method; null where it is another call, or where the function does not matter.</summary>
    public List<Evaluated>? Evaluate(CallSite site)
    {
        if (!s_methods.Contains(site.Method!) || site.ArgumentAt(0) is not FunctionValue { Function.Generator: false } function)
        {
            return null;
        }

        var maps = site.Method is "map" or "flatMap";
        if (!interpreter.Carries(function, site.State))
        {
            return maps ? Map(site, function) : null;
        }

        interpreter.LoopDepth++;
        var first = Round(site, function, [site.State]);
        var answersEachTime = first.States.All(static state => state.MayComplete);
        var paths = new List<PathState>(first.States) { answersEachTime ? site.State.Escape() : site.State };
        if (s_exhaustive.Contains(site.Method!) && first.States.Count > 0)
        {
            var outer = interpreter.IsUncertain;
            interpreter.IsUncertain |= !answersEachTime;
            paths.AddRange(Round(site, function, PathSet.Join(first.States)).States);
            interpreter.IsUncertain = outer;
        }

        interpreter.LoopDepth--;
        if (!s_exhaustive.Contains(site.Method!) && first.States.Exists(static state => state.MayComplete))
        {
            // `some`, `find` and the like tell by what they return whether an element was answered, which is not followed.
            paths = paths.ConvertAll(static state => state.Obscure());
        }

        AbstractValue value = maps && first.Promise is { } promise ? new ListValue([promise]) : AbstractValue.Unknown;
        return PathSet.Join(paths).ConvertAll(state => new Evaluated(state, value));
    }

    /// <summary>An array of promises that don't touch the callback.</summary>
    private List<Evaluated>? Map(CallSite site, FunctionValue function)
    {
        site.Frame.MayThrow(site.State);
        return interpreter.Functions.PromiseOf(function.Function, site.Call) is { } promise
            ? [new Evaluated(site.State, new ListValue([promise]))]
            : null;
    }

    private (List<PathState> States, PromiseValue? Promise) Round(CallSite site, FunctionValue function, List<PathState> states)
    {
        var ends = new List<PathState>();
        PromiseValue? promise = null;
        foreach (var state in states)
        {
            foreach (var result in interpreter.Functions.Call(function, [], site.Call, state, site.Frame, reportsInside: true))
            {
                promise ??= result.Value as PromiseValue;
                ends.Add(result.State);
            }
        }

        return (ends, promise);
    }
}
