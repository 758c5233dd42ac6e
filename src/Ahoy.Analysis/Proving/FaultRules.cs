using Ahoy.Analysis.Engine;

namespace Ahoy.Analysis.Proving;

/// <summary>What <c>ahoy check --faults</c> reports: no rule sees it in the code, a run shows it.</summary>
internal static class FaultRules
{
    /// <summary>AHOY8001.</summary>
    public static RuleDescriptor NoAnswer { get; } = new(
        "AHOY8001", RuleCategory.Faults, Severity.Warning, "A failed request is never answered for", "Where {0} the Function never uses its callback: catch the failure, and answer.");

    /// <summary>AHOY8002.</summary>
    public static RuleDescriptor SecondAnswer { get; } = new(
        "AHOY8002", RuleCategory.Faults, Severity.Warning, "A failed request makes the Function answer twice", "Where {0} the Function uses its callback twice, and only the first use counts: return after it.");

    /// <summary>AHOY8003.</summary>
    public static RuleDescriptor WorkLeftBehind { get; } = new(
        "AHOY8003", RuleCategory.Faults, Severity.Info, "A failed request leaves work behind", "Where {0} the Function answers while work is still under way, which may be cut off: wait for it before the callback.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RuleDescriptor> All { get; } = [NoAnswer, SecondAnswer, WorkLeftBehind];
}
