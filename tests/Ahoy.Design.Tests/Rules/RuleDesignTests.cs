using System.Text.RegularExpressions;
using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Rules;
using Ahoy.TestSupport.Analyzers;

namespace Ahoy.Design.Tests.Rules;

/// <summary>What a rule consists of: it fails where one is added and a part of it forgotten.</summary>
public partial class RuleDesignTests
{
    private const int ReportingCases = 12;
    private const int SilentCases = 15;

    private static readonly string[] s_sections = ["## Cause", "## Example", "## How to fix", "## How to suppress"];

    public static TheoryData<string> Ids() => new(RuleCatalog.Descriptors.Select(rule => rule.Id));

    [Fact]
    public void Catalog_AllRuleClasses_AreListedOnceInOrder()
    {
        var classes = typeof(FileRule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(FileRule)) && !type.IsAbstract);

        Assert.Equal(
            classes.Select(type => type.Name).Order(StringComparer.Ordinal),
            RuleCatalog.Rules.Select(rule => rule.GetType().Name));
        Assert.Equal(RuleCatalog.Descriptors.Select(rule => rule.Id).Distinct(), RuleCatalog.Descriptors.Select(rule => rule.Id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_Source_IsOneFileInItsCategorysFolder(string id)
    {
        var rule = RuleOf(id);
        var folder = Repository.Combine("src", "Ahoy.Analysis", "Rules", rule.Category.ToString());

        Assert.Single(Directory.GetFiles(folder, $"Ahoy{id[4..]}*.cs"), file => !file.EndsWith("Fix.cs", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_Descriptor_IsComplete(string id)
    {
        var rule = RuleOf(id);

        Assert.Matches(@"^AHOY\d{4}$", id);
        Assert.Equal(id[4] - '0', (int)rule.Category);
        Assert.NotEqual(Severity.None, rule.Severity);
        Assert.Matches(@"^\p{Lu}.*[^.]$", rule.Title);
        Assert.True(rule.Message.EndsWith('.') || rule.Message.EndsWith('}'), "A message is whole sentences.");
        Assert.EndsWith($"/docs/rules/{id}.md", rule.HelpLink, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_Cases_AreEnough(string id)
    {
        var file = Assert.Single(RuleCaseFile.All(), file => RuleCaseFile.IdOf(file) == id);
        var cases = RuleCaseFile.Read(file);

        Assert.Equal(RuleOf(id).Category.ToString(), Path.GetFileName(Path.GetDirectoryName(file)));
        Assert.Equal(cases.Select(c => c.Name).Distinct(), cases.Select(c => c.Name));
        Assert.InRange(cases.Count(c => c.Reports), ReportingCases, int.MaxValue);
        Assert.InRange(cases.Count(c => !c.Reports), SilentCases, int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_Page_ExplainsIt(string id)
    {
        var page = File.ReadAllText(Repository.Combine("docs", "rules", $"{id}.md"));

        Assert.StartsWith($"# {id}: {RuleOf(id).Title}\n", page, StringComparison.Ordinal);
        Assert.All(s_sections, section => Assert.Contains(section, page, StringComparison.Ordinal));
        Assert.Contains($"dotnet_diagnostic.{id}.severity", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_ReleaseTracking_HasItsLine(string id)
    {
        var rule = RuleOf(id);
        var lines = new[] { "AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md" }
            .SelectMany(name => File.ReadLines(Repository.Combine("src", "Ahoy.Analyzers", name)));

        Assert.Single(lines, line => line.StartsWith($"{id} | {CategoryNames.NameOf(rule.Category)} | {rule.Severity} |", StringComparison.Ordinal));
    }

    [Fact]
    public void Pages_EachPage_BelongsToARule()
    {
        var pages = Directory.EnumerateFiles(Repository.Combine("docs", "rules"), "AHOY*.md").Select(Path.GetFileNameWithoutExtension);

        Assert.DoesNotContain(pages, page => RuleCatalog.Reported.All(rule => rule.Id != page) && !page!.StartsWith("AHOY5", StringComparison.Ordinal));
    }

    /// <summary>The catalogue lies beside the repository; the comparison is made where it is there.</summary>
    [Fact]
    public void Rules_Severities_AreTheCatalogues()
    {
        var catalogue = Path.Combine(Repository.Shared, "spec", "rules.md");
        if (!File.Exists(catalogue))
        {
            Assert.Skip("The catalogue of rules is not here.");
        }

        foreach (var row in File.ReadLines(catalogue).Select(line => CatalogueRow().Match(line)).Where(match => match.Success))
        {
            if (RuleCatalog.Reported.FirstOrDefault(rule => rule.Id == row.Groups[1].Value) is { } rule)
            {
                Assert.Equal(row.Groups[2].Value, rule.Severity.ToString().ToLowerInvariant());
            }
        }
    }

    [GeneratedRegex(@"^\| (AHOY[0-478]\d{3}) \| (error|warning|info) \|")]
    private static partial Regex CatalogueRow();

    private static RuleDescriptor RuleOf(string id) => RuleCatalog.Descriptors.Single(rule => rule.Id == id);
}
