using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Flow.Promises;

namespace Ahoy.Analysis.Rules.Promises;

/// <summary>A promise is taken for the answer that it will be fulfilled with.</summary>
internal sealed class Ahoy2005PromiseAsCondition : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY2005",
        RuleCategory.Promises,
        Severity.Warning,
        "A promise as a condition",
        "This is a promise, and a promise is always true: what it will be fulfilled with decides nothing here. Write 'await' before it.");

    public override void Check(FileContext file, FindingSink findings)
    {
        foreach (var promise in new Truth(file.Source).Find())
        {
            findings.Report(promise);
        }
    }
}
