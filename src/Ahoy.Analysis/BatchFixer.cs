using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Fixes;

namespace Ahoy.Analysis;

/// <summary>Fixes many findings of a file at once.</summary>
internal static class BatchFixer
{
    /// <summary>Fixes can uncover further findings, but not without end.</summary>
    private const int MostPasses = 20;

    /// <summary>
    /// Fixes a file: in each pass all that don't get in each other's way, then what is found in the result. What the first passes
    /// make of the file only counts if in the end less is left to fix than before them.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="severities">What the settings say for it.</param>
    /// <param name="choose">The fix for a finding; null where it is to stay.</param>
    /// <returns>The file with the fixes; the same file where there are none.</returns>
    public static FileContext Fix(FileContext file, FileSeverities severities, Func<FixRequest, Fix?> choose)
    {
        var fixes = FixesFor(file, severities, choose);
        var (best, least) = (file, fixes.Count);
        for (var pass = 0; pass < MostPasses && fixes.Count > 0 && fixes.Count <= least; pass++)
        {
            var text = EditList.Apply(file.Text, Merge(fixes));
            file = new FileContext(file.Source.With(text), file.Resource, file.Project, file.Cancellation, file.Others.Sources);
            fixes = FixesFor(file, severities, choose);
            if (fixes.Count < least)
            {
                (best, least) = (file, fixes.Count);
            }
        }

        return best;
    }

    private static List<Fix> FixesFor(FileContext file, FileSeverities severities, Func<FixRequest, Fix?> choose) =>
    [
        .. FindingCache.Of(file, severities).Select(finding => choose(new FixRequest(file, finding))).OfType<Fix>(),
    ];

    /// <summary>The edits of the first fixes that don't get in each other's way.</summary>
    private static IReadOnlyList<TextEdit> Merge(List<Fix> fixes)
    {
        var merged = new List<TextEdit>();
        foreach (var fix in fixes)
        {
            if (!fix.Edits.Any(edit => merged.Exists(edit.Conflicts)))
            {
                merged.AddRange(fix.Edits);
            }
        }

        return [.. merged.OrderBy(edit => edit.Start)];
    }
}
