using System.Text;
using Ahoy.Analysis.Rules;
using Ahoy.TestSupport;

namespace Ahoy.Analysis.Tests.Rules;

/// <summary>The index of rules is made from the descriptors. Run this test with <c>AHOY_UPDATE=1</c> to write it anew.</summary>
public class RuleIndexTests
{
    [Fact]
    public void Index_Generated_IsWhatIsCheckedIn()
    {
        var file = Repository.Combine("docs", "rules", "README.md");
        var index = Generate() + BuildSection(File.ReadAllText(file));
        if (PageUpdate.IsWanted)
        {
            File.WriteAllText(file, index);
        }

        Assert.Equal(index, File.ReadAllText(file));
    }

    /// <summary>AHOY5xxx are the build's own checks and have no descriptors here: their part of the page is kept as it is.</summary>
    private static string BuildSection(string page)
    {
        var start = page.IndexOf("\n## Build\n", StringComparison.Ordinal);
        return start < 0 ? "" : page[start..];
    }

    private static string Generate()
    {
        var text = new StringBuilder();
        text.Append("# The rules\n\n");
        text.Append("This page is made from the rules' descriptors: run `AHOY_UPDATE=1 dotnet test tests/Ahoy.Analysis.Tests` after a change.\n\n");
        text.Append("How to set a rule's severity, or to switch one off for a line, stands on each rule's page.\n");
        foreach (var category in RuleCatalog.Descriptors.GroupBy(rule => rule.Category))
        {
            text.Append($"\n## {category.Key}\n\n| id | severity | what |\n|---|---|---|\n");
            foreach (var rule in category)
            {
                text.Append($"| [{rule.Id}]({rule.Id}.md) | {rule.Severity.ToString().ToLowerInvariant()} | {rule.Title} |\n");
            }
        }

        return text.ToString();
    }
}
