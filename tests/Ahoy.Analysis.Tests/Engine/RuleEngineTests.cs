using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Rules.Language;

namespace Ahoy.Analysis.Tests.Engine;

public class RuleEngineTests
{
    [Fact]
    public void Check_RuleThatFails_NamesTheRuleAndTheFileAndWhatToDo()
    {
        var exception = Assert.Throws<RuleFailedException>(() => RuleEngine.Check(new Failing(), File(TestContext.Current.CancellationToken), []));

        Assert.Contains("functions/a.js: the rule AHOY0009 failed (InvalidOperationException: oops).", exception.Message, StringComparison.Ordinal);
        Assert.Contains("dotnet_diagnostic.AHOY0009.severity = none", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Cancelled_IsNoFailureOfTheRule() =>
        Assert.Throws<OperationCanceledException>(() => RuleEngine.Check(new Failing(), File(new CancellationToken(canceled: true)), []));

    private static FileContext File(CancellationToken cancellation) => new(
        SourceFile.Parse("exports.handler = 1;"),
        new ProjectResource(ResourceKind.Function, Visibility.Public, "functions/a.js", "/a"),
        ProjectSummary.Unknown,
        cancellation);

    private sealed class Failing : FileRule
    {
        public override RuleDescriptor Descriptor => Ahoy0009UnusedSuppression.Rule;

        public override void Check(FileContext file, FindingSink findings)
        {
            file.Cancellation.ThrowIfCancellationRequested();
            throw new InvalidOperationException("oops");
        }
    }
}
