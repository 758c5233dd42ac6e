using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Rules;
using Ahoy.Analysis.Tests.Verification;
using Ahoy.TestSupport;

namespace Ahoy.Analysis.Tests.Fixes;

public class FixCatalogTests
{
    private const int LeastCases = 6;

    public static TheoryData<string> Ids() => new(FixCatalog.Fixers.Select(fixer => fixer.RuleId));

    [Fact]
    public void Catalog_AllFixerClasses_AreListedOnceInOrder()
    {
        var classes = typeof(FileFixer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(FileFixer)));

        Assert.Equal(
            classes.Select(type => type.Name).Order(StringComparer.Ordinal),
            FixCatalog.Fixers.Select(fixer => fixer.GetType().Name));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Fixer_Rule_Exists(string id) => Assert.Contains(RuleCatalog.Descriptors, rule => rule.Id == id);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Fixer_Source_IsOneFileInItsCategorysFolder(string id)
    {
        var rule = RuleCatalog.Descriptors.Single(rule => rule.Id == id);

        Assert.Single(Directory.GetFiles(
            Repository.Combine("src", "Ahoy.Analysis", "Rules", rule.Category.ToString()), $"Ahoy{id[4..]}*Fix.cs"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Fixer_Cases_AreEnough(string id)
    {
        var cases = FixCaseFile.ReadAll().Where(@case => @case.Id == id).ToList();

        Assert.InRange(cases.Count, LeastCases, int.MaxValue);
        Assert.Equal(cases.Select(@case => @case.Name).Distinct(), cases.Select(@case => @case.Name));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Fixer_Documentation_HasItsRow(string id) => Assert.Contains(
        File.ReadLines(Repository.Combine("docs", "fixes.md")),
        line => line.StartsWith('|') && line.Split('|')[1].Contains(id, StringComparison.Ordinal));
}
