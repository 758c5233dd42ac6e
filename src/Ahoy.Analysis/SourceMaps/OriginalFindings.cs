using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Rules.Language;
using Ahoy.Analysis.Suppressions;

namespace Ahoy.Analysis.SourceMaps;

/// <summary>
/// What was found in a compiled file, at the places of its sources. A comment in a source suppresses there, wherever the compiler has put it, or left it out.
/// </summary>
internal static class OriginalFindings
{
    /// <summary>Leads findings to the sources.</summary>
    /// <param name="findings">What was found in the compiled file.</param>
    /// <param name="compiled">The compiled file.</param>
    /// <param name="sources">Its sources.</param>
    /// <returns>Each finding that stays, with its place; null for one that no map leads from. What is in a package that was bundled does not stay.</returns>
    public static IReadOnlyList<(Finding Finding, OriginalSpan? Place)> Of(IReadOnlyList<Finding> findings, SourceFile compiled, OriginalSources sources)
    {
        var used = new HashSet<Suppression>();
        var kept = new List<(Finding, OriginalSpan?)>();
        var unused = new List<Finding>();
        foreach (var finding in findings)
        {
            if (finding.Rule.Id == Ahoy0009UnusedSuppression.Rule.Id)
            {
                unused.Add(finding);
                continue;
            }

            if (!finding.WholeFile && sources.IsOfPackage(finding.Start))
            {
                continue;
            }

            var place = sources.Find(finding.Start, finding.End);
            var covering = place?.Source.Suppressions.Where(suppression => suppression.Names(finding.Rule.Id) && Covers(suppression, finding, place)).ToList();
            if (covering is { Count: > 0 })
            {
                used.UnionWith(covering);
            }
            else
            {
                kept.Add((finding, place));
            }
        }

        kept.AddRange(unused.Select(finding => Judge(finding, compiled, sources, used)).OfType<(Finding, OriginalSpan?)>());
        return kept;
    }

    /// <summary>A finding with the severity that the settings give it where it is told: in a section about the source, else in one about the compiled file.</summary>
    /// <param name="finding">What was found.</param>
    /// <param name="place">Its place in a source; null where it stays in the compiled file.</param>
    /// <param name="severitiesOf">What the settings say of a file.</param>
    /// <returns>The finding; null where it is not to be told there.</returns>
    public static Finding? AsSet(Finding finding, OriginalSpan? place, Func<string, FileSeverities> severitiesOf)
    {
        var severity = place is null ? null : severitiesOf(place.Path).Of(finding.Rule.Id, CategoryNames.NameOf(finding.Rule.Category));
        return severity == Severity.None ? null : finding.With(severity ?? finding.Severity);
    }

    private static bool Covers(Suppression suppression, Finding finding, OriginalSpan place) =>
        suppression.Covers(place.Start) || (finding.WholeFile && suppression.Kind == SuppressionKind.Region && suppression.Start <= place.Start);

    // A comment that suppresses nothing where the compiler has put it may do so in the source.
    private static (Finding, OriginalSpan?)? Judge(Finding finding, SourceFile compiled, OriginalSources sources, HashSet<Suppression> used)
    {
        var number = compiled.Suppressions.Select((suppression, index) => (suppression, index)).FirstOrDefault(item => item.suppression.Start == finding.Start);
        if (number.suppression is null || FindSource(compiled, sources, finding) is not { } place)
        {
            return (finding, null);
        }

        var id = number.suppression.Id;
        var nth = compiled.Suppressions.Take(number.index).Count(other => string.Equals(other.Id, id, StringComparison.OrdinalIgnoreCase));
        var same = place.Source.Suppressions.Where(other => string.Equals(other.Id, id, StringComparison.OrdinalIgnoreCase)).Skip(nth).FirstOrDefault();
        return same is null ? (finding, null)
            : used.Contains(same) ? null
            : (finding, new OriginalSpan(place.Path, place.Source, same.Start, same.End));
    }

    // Comments are in no map: what comes after one is, or what came before.
    private static OriginalSpan? FindSource(SourceFile compiled, OriginalSources sources, Finding finding) => compiled.Program.Body
        .OrderBy(statement => Math.Abs(statement.Start - finding.Start))
        .Select(statement => sources.Find(statement.Start, statement.Start))
        .FirstOrDefault(place => place is not null);
}
