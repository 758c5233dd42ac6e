using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Suppressions;

namespace Ahoy.Analysis.Rules.Language;

/// <summary>A suppression that suppresses nothing. It is no <see cref="FileRule"/>, because it judges what the others found.</summary>
internal static class Ahoy0009UnusedSuppression
{
    public static RuleDescriptor Rule { get; } = new(
        "AHOY0009",
        RuleCategory.Language,
        Severity.Info,
        "A suppression suppresses nothing",
        "This comment suppresses {0}, but nothing of the kind is found here. Remove it, so that it does not hide a later problem.")
    {
        ReportsUnnecessaryCode = true,
    };

    /// <summary>Reports suppressions that had nothing to do.</summary>
    /// <param name="unused">The suppressions.</param>
    /// <param name="notRun">The rules that did not run: nobody knows what they would have found.</param>
    public static IEnumerable<Finding> Check(IEnumerable<Suppression> unused, ISet<string> notRun) =>
        from suppression in unused
        where suppression.Id is not { } id || !notRun.Contains(id)
        select new Finding(Rule, suppression.Start, suppression.End, suppression.Id?.ToUpperInvariant() ?? "everything");
}
