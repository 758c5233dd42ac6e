using System.Runtime.CompilerServices;
using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Rules.Handler;
using Ahoy.Analysis.Rules.Headers;
using Ahoy.Analysis.Rules.Language;
using Ahoy.Analysis.Rules.Project;
using Ahoy.Analysis.Rules.Promises;
using Ahoy.Analysis.Rules.TwiML;

namespace Ahoy.Analysis.Rules;

/// <summary>All fixers, and the one place that asks them. A test fails where a fixer is missing here.</summary>
internal static class FixCatalog
{
    private static readonly Suppressor s_suppressor = new();

    /// <summary>What was offered, as long as the finding is: for each offer the text that it gives is parsed.</summary>
    private static readonly ConditionalWeakTable<Finding, IReadOnlyList<Fix>> s_offers = new();

    /// <summary>The fixers that belong to one rule.</summary>
    public static IReadOnlyList<FileFixer> Fixers { get; } =
    [
        new Ahoy0002ToCommonJsFix(),
        new Ahoy0003MakeAsyncFix(),
        new Ahoy0009RemoveSuppressionFix(),
        new Ahoy1002CompletePathFix(),
        new Ahoy1003CompleteOnRejectionFix(),
        new Ahoy1004ReturnAfterCallbackFix(),
        new Ahoy1006CatchFix(),
        new Ahoy1007AddCallbackFix(),
        new Ahoy2001AwaitOrVoidFix(),
        new Ahoy2002AwaitAllFix(),
        new Ahoy2005AwaitFix(),
        new Ahoy2006PromiseAllFix(),
        new Ahoy3002LowerCaseNameFix(),
        new Ahoy3003CapLifetimeFix(),
        new Ahoy3004RemoveDomainFix(),
        new Ahoy3007ToTwilioResponseFix(),
        new Ahoy4001AddVariableFix(),
        new Ahoy4003ClosestAssetFix(),
        new Ahoy4004ClosestFunctionFix(),
        new Ahoy4005AddDependencyFix(),
        new Ahoy4006DynamicImportFix(),
        new Ahoy4007RuntimePathFix(),
        new Ahoy4008RightNameFix(),
        new Ahoy7002MakeProtectedFix(),
    ];

    private static readonly ILookup<string, FileFixer> s_byRule = Fixers.ToLookup(fixer => fixer.RuleId, StringComparer.Ordinal);

    /// <summary>
    /// What is offered for a finding, the best first. A file that is valid JavaScript stays valid, and one that is not gets no
    /// further errors.
    /// </summary>
    public static IReadOnlyList<Fix> Offer(FixRequest request) => s_offers.GetValue(request.Finding, _ => Find(request));

    private static IReadOnlyList<Fix> Find(FixRequest request)
    {
        if (request.File.Source.IsMarkup)
        {
            return [];
        }

        var isValid = request.File.Source.Errors.Count == 0;
        var fixes = s_byRule[request.Id]
            .Where(fixer => isValid || !fixer.NeedsValidFile)
            .SelectMany(fixer => fixer.Offer(request).Where(fix => !fixer.NeedsProof || FixProof.LeavesLess(request, fix.Edits)))
            .Concat(s_suppressor.Offer(request));
        return [.. fixes.Where(fix => KeepsSyntax(request.File.Source, fix))];
    }

    private static bool KeepsSyntax(SourceFile source, Fix fix)
    {
        var before = source.Errors.ToLookup(error => error.Code);
        var after = source.With(EditList.Apply(source.Text, fix.Edits)).Errors.ToLookup(error => error.Code);
        return after.All(errors => errors.Count() <= before[errors.Key].Count());
    }
}
