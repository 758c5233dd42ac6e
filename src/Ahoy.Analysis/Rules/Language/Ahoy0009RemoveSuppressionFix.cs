using Ahoy.Analysis.Suppressions;
using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Fixes.Transformations;
using Ahoy.JavaScript;

namespace Ahoy.Analysis.Rules.Language;

/// <summary>Removes a suppression that suppresses nothing.</summary>
internal sealed class Ahoy0009RemoveSuppressionFix : FileFixer
{
    public override string RuleId => "AHOY0009";

    public override bool NeedsValidFile => false;

    public override IEnumerable<Fix> Offer(FixRequest request)
    {
        var suppressions = request.File.Source.Suppressions;
        if (CommentAt(request, request.Start) is not { } comment
            || suppressions.FirstOrDefault(found => found.Start == request.Start && found.End == request.End) is not { } unused)
        {
            yield break;
        }

        var edits = new EditList();
        var others = suppressions
            .Where(found => found != unused && comment.Start <= found.Start && found.End <= comment.End)
            .OrderBy(found => found.Start)
            .ToList();
        if (others.Count > 0)
        {
            RemoveId(unused, others, edits);
        }
        else
        {
            Removal.Remove(request, comment.Start, comment.End, edits);
            RemoveEnd(request, unused, edits);
        }

        yield return new Fix("Remove the suppression", RuleId, edits.Edits);
    }

    private static Comment? CommentAt(FixRequest request, int offset)
    {
        foreach (var comment in request.File.Source.Comments)
        {
            if (comment.Start <= offset && offset < comment.End)
            {
                return comment;
            }
        }

        return null;
    }

    /// <summary>Removes an id with what sets it apart from the next one, or from the one before.</summary>
    private static void RemoveId(Suppression unused, List<Suppression> others, EditList edits)
    {
        if (others.Find(other => other.Start > unused.Start) is { } next)
        {
            edits.Delete(unused.Start, next.Start);
        }
        else
        {
            edits.Delete(others[others.Count - 1].End, unused.End);
        }
    }

    /// <summary>The <c>ahoy-enable</c> that ends this suppression and no other.</summary>
    private static void RemoveEnd(FixRequest request, Suppression unused, EditList edits)
    {
        var isOnlyOne = request.File.Source.Suppressions.Count(found => found.CoveredEnd == unused.CoveredEnd) == 1;
        if (unused.Kind == SuppressionKind.Region && isOnlyOne && CommentAt(request, unused.CoveredEnd) is { } end)
        {
            Removal.Remove(request, end.Start, end.End, edits);
        }
    }
}
