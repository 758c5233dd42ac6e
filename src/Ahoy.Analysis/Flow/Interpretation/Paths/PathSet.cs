namespace Ahoy.Analysis.Flow.Interpretation;

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

        var joined = Distinct(paths, static (left, right) => left.SameAs(right), static path => path.Signature);
        if (joined.Count > Most)
        {
            joined = Distinct(
                joined,
                static (left, right) => left.Completion == right.Completion && left.Pin == right.Pin && Pending.Same(left.Open, right.Open),
                static path => Pending.SignatureOf(path.Open));
            if (joined.Count > Most)
            {
                joined.RemoveRange(Most, joined.Count - Most);
            }
        }

        return joined;
    }

    private static List<PathState> Distinct(List<PathState> paths, Func<PathState, PathState, bool> same, Func<PathState, int> signatureOf)
    {
        var distinct = new List<PathState>(Math.Min(paths.Count, Most));
        var places = new Dictionary<int, List<int>>();
        foreach (var path in paths)
        {
            var signature = signatureOf(path);
            if (!places.TryGetValue(signature, out var candidates))
            {
                places.Add(signature, candidates = []);
            }

            var place = candidates.FindIndex(index => ReferenceEquals(distinct[index], path) || same(distinct[index], path));
            if (place < 0)
            {
                candidates.Add(distinct.Count);
                distinct.Add(path);
            }
            else if (!ReferenceEquals(distinct[candidates[place]], path))
            {
                distinct[candidates[place]] = Meet(distinct[candidates[place]], path);
            }
        }

        return distinct;
    }

    private static PathState Meet(PathState left, PathState right) => left with
    {
        Facts = left.Facts.Intersect(right.Facts),
        Values = left.Values.Intersect(right.Values),
        LastBranch = left.LastBranch == right.LastBranch ? left.LastBranch : null,
        Notes = left.Notes.Length >= right.Notes.Length ? left.Notes : right.Notes,
    };
}
