using Ahoy.Analysis;
using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace Ahoy.CodeFixes;

/// <summary>
/// Applies one kind of fix wherever a file has need of it. It stands beside the fix itself: Roslyn's "fix all in document" is for C#
/// documents only.
/// </summary>
internal static class WholeFileFix
{
    private const string KeySuffix = ".file";

    /// <summary>Whether the file has more than one finding for a kind of fix.</summary>
    public static bool IsWorthOffering(FunctionsDocument function, string ruleId, Fix fix) => function.Findings
        .Where(finding => finding.Rule.Id == ruleId && Choose(new FixRequest(function.File, finding), fix.Key) is not null)
        .Skip(1)
        .Any();

    /// <summary>The action for the editor's menu.</summary>
    public static CodeAction Create(Solution solution, FunctionsDocument function, Fix fix) => CodeAction.Create(
        $"{fix.Title}, everywhere in this file",
        _ => Task.FromResult(function.With(solution, Apply(function, fix.Key))),
        fix.Key + KeySuffix);

    /// <summary>The key of the fix that an action's key belongs to, be it for one finding or for a file.</summary>
    public static string? FixKeyOf(string? actionKey) =>
        actionKey is not null && actionKey.EndsWith(KeySuffix, StringComparison.Ordinal)
            ? actionKey.Substring(0, actionKey.Length - KeySuffix.Length)
            : actionKey;

    private static string Apply(FunctionsDocument function, string key) =>
        BatchFixer.Fix(function.File, function.Severities, request => Choose(request, key)).Text;

    private static Fix? Choose(FixRequest request, string key) => FixCatalog.Offer(request).FirstOrDefault(fix => fix.Key == key);
}
