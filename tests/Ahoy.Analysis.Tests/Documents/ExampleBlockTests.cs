using System.Text.RegularExpressions;
using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Rules;
using Ahoy.TestSupport;
using Ahoy.TestSupport.Analyzers;

namespace Ahoy.Analysis.Tests.Documents;

/// <summary>What the pages show is what the rules say: the README's example, and that of each rule's page.</summary>
public partial class ExampleBlockTests
{
    /// <summary>The rules of the project whose pages need no more of it than the files that they name.</summary>
    private static readonly HashSet<string> s_ofOneFile = ["AHOY4008", "AHOY4009", "AHOY4010"];

    /// <summary>The rules that look at one file: what the others report depends on what else the project has, which their cases say.</summary>
    public static TheoryData<string> Ids() => new(
        RuleCatalog.Descriptors.Where(rule => rule.Category != RuleCategory.Project || s_ofOneFile.Contains(rule.Id)).Select(rule => rule.Id).Order(StringComparer.Ordinal));

    /// <summary>The README shows a Function, and below it what the build says of it, message for message.</summary>
    [Fact]
    public void Readme_Example_HasTheFindingsThatItShows()
    {
        var text = File.ReadAllText(Repository.Combine("README.md"));
        var code = Block().Match(text).Groups[1].Value;
        var findings = RuleEngine.Run(Open(code), FileSeverities.Default);

        Assert.Equal(
            findings.Select(finding => $"{finding.Rule.Id}: {finding.Message}").Order(StringComparer.Ordinal),
            ShownFinding().Matches(text).Select(match => $"{match.Groups[1].Value}: {match.Groups[2].Value}").Order(StringComparer.Ordinal));
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
        var files = NamedFile().Matches(example).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.Contains(Find(blocks[0], files), finding => finding.Rule.Id == id);
        Assert.DoesNotContain(Find(blocks[^1], files), finding => finding.Rule.Id == id);
    }

    /// <summary>What is found in an example: the first file that the page names is where it stands, and the others are there, too.</summary>
    private static IReadOnlyList<Finding> Find(string code, List<string> files) => RuleEngine.Run(Open(code, files), FileSeverities.Default);

    private static FileContext Open(string code, List<string>? files = null)
    {
        var resources = (files ?? []).ConvertAll(FunctionsProject.ResourceOf);
        var project = resources.Count == 0 ? ProjectSummary.Unknown : new ProjectSummary(NodeRuntime.Default, resources, null, null, []);
        return new FileContext(
            SourceFile.Parse(code), resources.FirstOrDefault() ?? FunctionsProject.ResourceOf("functions/subject.js"), project, CancellationToken.None);
    }

    [GeneratedRegex(@"```js\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"## Example\n(.*?)\n## ", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"`((?:functions|assets)/[\w./-]+)`")]
    private static partial Regex NamedFile();

    [GeneratedRegex(@"functions/notify\.js:\d+:\d+: warning (AHOY\d{4}): (.*)")]
    private static partial Regex ShownFinding();
}
