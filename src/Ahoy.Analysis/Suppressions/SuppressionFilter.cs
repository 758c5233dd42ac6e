using Ahoy.Analysis.Engine;

namespace Ahoy.Analysis.Suppressions;

/// <summary>Takes out what the file's comments suppress, and remembers which of them had something to suppress.</summary>
internal sealed class SuppressionFilter
{
    private readonly IReadOnlyList<Suppression> _suppressions;
    private readonly int _firstStatement;
    private readonly HashSet<Suppression> _used = [];

    /// <summary>Makes a filter for one file.</summary>
    /// <param name="suppressions">The file's suppressions.</param>
    /// <param name="firstStatement">Where the file's first statement starts: a finding about the whole file is suppressed before it.</param>
    public SuppressionFilter(IReadOnlyList<Suppression> suppressions, int firstStatement)
    {
        _suppressions = suppressions;
        _firstStatement = firstStatement;
    }

    /// <summary>The suppressions that <see cref="Find"/> found nothing for.</summary>
    public IEnumerable<Suppression> Unused => _suppressions.Where(suppression => !_used.Contains(suppression));

    /// <summary>The comment that suppresses the finding; null where none does. All that cover it count as used.</summary>
    public Suppression? Find(Finding finding)
    {
        Suppression? found = null;
        foreach (var suppression in _suppressions)
        {
            if (suppression.Names(finding.Rule.Id) && Covers(suppression, finding))
            {
                _used.Add(suppression);
                found ??= suppression;
            }
        }

        return found;
    }

    private bool Covers(Suppression suppression, Finding finding) =>
        suppression.Covers(finding.Start)
        || (finding.WholeFile && suppression.Kind == SuppressionKind.Region && suppression.Start <= _firstStatement);
}
