using System.Globalization;

namespace Ahoy.Model;

/// <summary>A runtime of the platform. Pages: Node.js v22 Upgrade; Functions and Assets FAQ.</summary>
public static class NodeRuntime
{
    /// <summary>What a Build gets that asks for none.</summary>
    public const string Default = "node22";

    /// <summary>The oldest major version of Node that the host runs Functions with.</summary>
    public const int OldestSupportedMajor = 20;

    /// <summary>What the platform does with a runtime's name.</summary>
    public static RuntimeStatus StatusOf(string runtime) => runtime switch
    {
        "node20" or "node22" => RuntimeStatus.Accepted,
        "node18" => RuntimeStatus.OnlyWhatIsDeployed,
        "node8" or "node10" or "node12" or "node14" or "node16" => RuntimeStatus.Retired,
        _ => RuntimeStatus.Unknown,
    };

    /// <summary>
    /// Whether <c>require</c> of an ES module works there, with a warning at run time: Node does so from 22.12 on, and
    /// <c>node22</c> is 22.14. Page: Functions and Assets FAQ.
    /// </summary>
    public static bool RequiresModulesWithAWarning(string runtime) => MajorVersion(runtime) >= 22;

    /// <summary>The major version of Node in a name like <c>node22</c>, or null where it is no such name.</summary>
    public static int? MajorVersion(string runtime) =>
        runtime.StartsWith("node", System.StringComparison.Ordinal)
        && int.TryParse(runtime.Substring(4), NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            ? major
            : null;
}
