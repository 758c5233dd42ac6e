namespace Ahoy.Analysis.Suppressions;

/// <summary>One rule (or all) that a comment switches off for a part of the file.</summary>
internal sealed class Suppression
{
    public Suppression(SuppressionKind kind, string? id, int start, int end, int coveredStart, int coveredEnd, string? reason)
    {
        Kind = kind;
        Id = id;
        Start = start;
        End = end;
        CoveredStart = coveredStart;
        CoveredEnd = coveredEnd;
        Reason = reason;
    }

    public SuppressionKind Kind { get; }

    /// <summary>The rule, or null for all.</summary>
    public string? Id { get; }

    /// <summary>Where the rule's id stands in the comment (the whole comment where it names none).</summary>
    public int Start { get; }

    /// <summary>The offset after it.</summary>
    public int End { get; }

    /// <summary>The offset from which findings are covered.</summary>
    public int CoveredStart { get; }

    /// <summary>The offset after which findings are no longer covered.</summary>
    public int CoveredEnd { get; }

    /// <summary>Why, as the comment says after its mark; null where it does not.</summary>
    public string? Reason { get; }

    /// <summary>Whether a finding that starts at an offset is covered, if the rule is right.</summary>
    public bool Covers(int offset) => offset >= CoveredStart && offset <= CoveredEnd;

    /// <summary>Whether it names the rule, or all.</summary>
    public bool Names(string ruleId) => Id is null || string.Equals(Id, ruleId, StringComparison.OrdinalIgnoreCase);
}
