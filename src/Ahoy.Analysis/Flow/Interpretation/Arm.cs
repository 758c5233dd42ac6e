using Ahoy.Analysis.Engine;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>One of the ways through a statement that has several.</summary>
/// <param name="States">The paths that come out of it.</param>
/// <param name="End">Where it ends; null where it is not written, or ends with what follows.</param>
/// <param name="Completes">Whether a path through it answers the request, be it one that leaves by <c>return</c>.</param>
internal sealed record Arm(List<PathState> States, TextRange? End, bool Completes)
{
    /// <summary>
    /// Joins arms. Where one of them answers the request, the others are to blame for a path that does not: they are where the
    /// answer is missing, not the place where all arms end in the same way.
    /// </summary>
    public static List<PathState> Join(List<PathState> before, IReadOnlyList<Arm> arms)
    {
        var joined = new List<PathState>();
        var isBegun = before.Any(static state => state.MayComplete);
        foreach (var arm in arms)
        {
            var isToBlame = !isBegun && arms.Any(other => !ReferenceEquals(other, arm) && other.Completes);
            foreach (var state in arm.States)
            {
                joined.Add(isToBlame && !state.MayComplete && before.Any(old => old.Pin == state.Pin) ? state with { Pin = arm.End } : state);
            }
        }

        return PathSet.Join(joined);
    }
}
