using System.Collections.Immutable;
using Ahoy.Analyzers.Flow.Values;
using Ahoy.JavaScript.Scopes;

namespace Ahoy.Analyzers.Flow.Paths;

/// <summary>Joins the paths that meet at a point.</summary>
internal static class PathSet
{
    /// <summary>
    /// More paths than this are not told apart: first conditions and what variables hold are forgotten, then whole paths are. To forget a path
    /// costs a report at most.
    /// </summary>
    private const int Most = 24;

    /// <summary>The paths, of those that can't be told apart only one.</summary>
    public static List<PathState> Join(List<PathState> paths)
    {
        if (paths.Count < 2)
        {
            return paths;
        }

        var joined = Distinct(paths, static (left, right) => left.SameAs(right));
        if (joined.Count > Most)
        {
            joined = Distinct(joined, static (left, right) =>
                left.Completion == right.Completion && left.Pin == right.Pin && Pending.Same(left.Open, right.Open));
            if (joined.Count > Most)
            {
                joined.RemoveRange(Most, joined.Count - Most);
            }
        }

        return joined;
    }

    private static List<PathState> Distinct(List<PathState> paths, Func<PathState, PathState, bool> same)
    {
        var distinct = new List<PathState>(Math.Min(paths.Count, Most));
        foreach (var path in paths)
        {
            var index = distinct.FindIndex(other => same(other, path));
            if (index < 0)
            {
                distinct.Add(path);
            }
            else if (!ReferenceEquals(distinct[index], path))
            {
                distinct[index] = Meet(distinct[index], path);
            }
        }

        return distinct;
    }

    private static PathState Meet(PathState left, PathState right) => left with
    {
        Facts = left.Facts.Intersect(right.Facts),
        Values = Common(left.Values, right.Values),
        LastBranch = left.LastBranch == right.LastBranch ? left.LastBranch : null,
        Notes = left.Notes.Length >= right.Notes.Length ? left.Notes : right.Notes,
    };

    private static ImmutableDictionary<Binding, AbstractValue> Common(
        ImmutableDictionary<Binding, AbstractValue> left, ImmutableDictionary<Binding, AbstractValue> right) =>
        ReferenceEquals(left, right)
            ? left
            : left.RemoveRange(left
                .Where(entry => !right.TryGetValue(entry.Key, out var value) || !value.SameAs(entry.Value))
                .Select(entry => entry.Key));
}
