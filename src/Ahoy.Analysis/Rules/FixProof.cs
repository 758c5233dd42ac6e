using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Fixes;

namespace Ahoy.Analysis.Rules;

/// <summary>
/// Tells of a fix that changes which paths complete whether it is one: what the rules about handlers and promises find in its result decides.
/// </summary>
internal static class FixProof
{
    /// <summary>Whether less is found by the rule whose fix it is, and no more warnings by the others.</summary>
    public static bool LeavesLess(FixRequest request, IReadOnlyList<TextEdit> edits)
    {
        var file = request.File;
        var result = new FileContext(
            file.Source.With(EditList.Apply(file.Text, edits)), file.Resource, file.Project, file.Cancellation, file.Others.Sources);
        foreach (var rule in RuleCatalog.Rules)
        {
            var isOwn = rule.Descriptor.Id == request.Id;
            if (!isOwn && (rule.Descriptor.Category is not (RuleCategory.Handler or RuleCategory.Promises) || rule.Descriptor.Severity < Severity.Warning))
            {
                continue;
            }

            var (before, after) = (Count(rule, file), Count(rule, result));
            if (isOwn ? after >= before : after > before)
            {
                return false;
            }
        }

        return true;
    }

    private static int Count(FileRule rule, FileContext file)
    {
        var findings = new List<Finding>();
        rule.Check(file, new FindingSink(rule.Descriptor, findings));
        return findings.Count;
    }
}
