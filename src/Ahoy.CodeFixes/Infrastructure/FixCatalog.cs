using Ahoy.Analyzers.Infrastructure;
using Ahoy.CodeFixes.Rules;
using Ahoy.CodeFixes.Rules.Handler;
using Ahoy.CodeFixes.Rules.Headers;
using Ahoy.CodeFixes.Rules.Language;
using Ahoy.CodeFixes.Rules.Project;
using Ahoy.CodeFixes.Rules.Promises;

namespace Ahoy.CodeFixes.Infrastructure;

/// <summary>All fixers, and the one place that asks them. A test fails where a fixer is missing here.</summary>
internal static class FixCatalog
{
    private static readonly Suppressor s_suppressor = new();

    /// <summary>The fixers that belong to one rule.</summary>
    public static IReadOnlyList<FileFixer> Fixers { get; } =
    [
        new Ahoy0002ToCommonJs(),
        new Ahoy0009RemoveSuppression(),
        new Ahoy1003CompleteOnRejection(),
        new Ahoy1004ReturnAfterCallback(),
        new Ahoy1007AddCallback(),
        new Ahoy2001AwaitOrVoid(),
        new Ahoy2002AwaitAll(),
        new Ahoy3002LowerCaseName(),
        new Ahoy3003CapLifetime(),
        new Ahoy3004RemoveDomain(),
        new Ahoy4003ClosestAsset(),
        new Ahoy4004ClosestFunction(),
        new Ahoy4006DynamicImport(),
        new Ahoy4007RuntimePath(),
    ];

    private static readonly ILookup<string, FileFixer> s_byRule = Fixers.ToLookup(fixer => fixer.RuleId, StringComparer.Ordinal);

    /// <summary>Whether there is more to offer for a rule than to suppress it.</summary>
    public static bool Cures(string ruleId) => s_byRule.Contains(ruleId);

    /// <summary>
    /// What is offered for a finding, the best first. A file that is valid JavaScript stays valid, and one that is not gets no
    /// further errors.
    /// </summary>
    public static IReadOnlyList<Fix> Offer(FixRequest request)
    {
        var isValid = request.File.Source.Errors.Count == 0;
        var fixes = s_byRule[request.Id]
            .Where(fixer => isValid || !fixer.NeedsValidFile)
            .SelectMany(fixer => fixer.Offer(request))
            .Concat(s_suppressor.Offer(request));
        return [.. fixes.Where(fix => KeepsSyntax(request.File.Source, fix))];
    }

    private static bool KeepsSyntax(SourceFile source, Fix fix)
    {
        var before = source.Errors.ToLookup(error => error.Code);
        var after = SourceFile.Parse(EditList.Apply(source.Text, fix.Edits)).Errors.ToLookup(error => error.Code);
        return after.All(errors => errors.Count() <= before[errors.Key].Count());
    }
}
