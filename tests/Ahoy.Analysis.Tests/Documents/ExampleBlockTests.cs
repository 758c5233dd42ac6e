using System.Text.RegularExpressions;
using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Rules;
using Ahoy.TestSupport;
using Ahoy.TestSupport.Analyzers;

namespace Ahoy.Analysis.Tests.Documents;

/// <summary>What the pages show is what the rules say: the README's example, and that of each rule's page.</summary>
public partial class ExampleBlockTests
{
    /// <summary>The rules that look at one file: what the others report depends on what else the project has, which their cases say.</summary>
    public static TheoryData<string> Ids() => new(
        RuleCatalog.Descriptors.Where(rule => rule.Category != RuleCategory.Project).Select(rule => rule.Id).Order(StringComparer.Ordinal));

    /// <summary>The README shows a Function, and below it what the build says of it, message for message.</summary>
    [Fact]
    public void Readme_Example_HasTheFindingsThatItShows()
    {
        var text = File.ReadAllText(Repository.Combine("README.md"));
        var code = Block().Match(text).Groups[1].Value;
        var findings = RuleEngine.Run(Open(code), FileSeverities.Default);

        var shown = ShownFinding().Matches(text)
            .Select(match => $"{match.Groups[1].Value}: {Regex.Replace(match.Groups[2].Value.Trim(), @"\s+", " ")}")
            .Order(StringComparer.Ordinal);
        Assert.Equal(shown, findings.Select(finding => $"{finding.Rule.Id}: {finding.Message}").Order(StringComparer.Ordinal));
    }

    /// <summary>The first block below "Example" is the mistake, and the last one is right.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void RulePage_Example_ReportsTheMistakeAndNotTheCorrection(string id)
    {
        var page = File.ReadAllText(Repository.Combine("docs", "rules", $"{id}.md"));
        var example = Example().Match(page).Groups[1].Value;
        var blocks = Block().Matches(example).Select(match => match.Groups[1].Value).ToList();

        Assert.InRange(blocks.Count, 2, int.MaxValue);
        Assert.Contains(Find(blocks[0]), finding => finding.Rule.Id == id);
        Assert.DoesNotContain(Find(blocks[^1]), finding => finding.Rule.Id == id);
    }

    private static IReadOnlyList<Finding> Find(string code) => RuleEngine.Run(Open(code), FileSeverities.Default);

    private static FileContext Open(string code) => new(
        SourceFile.Parse(code), FunctionsProject.ResourceOf("functions/subject.js"), ProjectSummary.Unknown, CancellationToken.None);

    [GeneratedRegex(@"```js\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"## Example\n(.*?)\n## ", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"functions/notify\.js\(\d+,\d+\): warning (AHOY\d{4}): ((?:.|\n      )*)")]
    private static partial Regex ShownFinding();
}
