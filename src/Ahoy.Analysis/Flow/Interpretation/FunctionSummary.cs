using System.Collections.Immutable;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>What a call of a function does that can't reach the callback: the same on every path.</summary>
internal sealed class FunctionSummary
{
    private FunctionSummary(ImmutableArray<SettledPath> settled, PromiseValue? promise, ImmutableArray<Pending> open)
    {
        Settled = settled;
        Promise = promise;
        Open = open;
    }

    /// <summary>How the promise of an <c>async</c> function settles.</summary>
    public ImmutableArray<SettledPath> Settled { get; }

    /// <summary>The promise that the function returns on all its paths; null where it does not.</summary>
    public PromiseValue? Promise { get; }

    /// <summary>What it leaves behind.</summary>
    public ImmutableArray<Pending> Open { get; }

    public static FunctionSummary Create(List<FunctionEnd> ends, ImmutableArray<SettledPath> settled)
    {
        var returned = ends.Where(static end => !end.IsError).ToList();
        var promises = returned.Select(static end => end.Value).OfType<PromiseValue>().ToList();
        var promise = promises.Count == 0 || promises.Count < returned.Count ? null
            : promises.Count == 1 ? promises[0]
            : new PromiseValue(promises[0].Origin, SettledPath.Distinct(promises.SelectMany(static one => one.Paths)), promises[0].LastMethod);

        // What is only started on some paths is no certain matter of the caller's.
        var open = returned.Count == 0
            ? []
            : returned[0].State.Open
                .Where(pending => returned.All(end => end.State.Open.Any(other => ReferenceEquals(other.Node, pending.Node))))
                .Where(pending => promises.Count < 2 || !promises.Any(one => ReferenceEquals(one.Origin, pending.Node)))
                .ToImmutableArray();
        return new FunctionSummary(settled, promise, open);
    }
}
