namespace Ahoy.Analysis.Proving;

/// <summary>The rules about paths: a run can show what they report.</summary>
internal static class ProvableRules
{
    // What a run must show for each stands in Workers/node/proving/goals.js.
    private static readonly HashSet<string> s_ids = ["AHOY1002", "AHOY1003", "AHOY1004", "AHOY1005", "AHOY1007", "AHOY2001", "AHOY2003"];

    /// <summary>Whether a rule is one of them.</summary>
    public static bool Has(string id) => s_ids.Contains(id);
}
