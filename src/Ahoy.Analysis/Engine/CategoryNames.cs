namespace Ahoy.Analysis.Engine;

/// <summary>What the groups of rules are called in settings and in the compiler: <c>Ahoy.Headers</c>.</summary>
internal static class CategoryNames
{
    /// <summary>What keeps Ahoy's categories apart from other analyzers'.</summary>
    public const string Prefix = "Ahoy.";

    public static string NameOf(RuleCategory category) => Prefix + category;
}
