using System.Text.RegularExpressions;
using Ahoy.Bundling.Checks;
using Ahoy.TestSupport;

namespace Ahoy.Bundling.Tests.Checks;

/// <summary>Everything that the build reports is explained on a page, and every check runs.</summary>
public partial class RulePageTests
{
    private static readonly string[] s_sections = ["## Cause", "## Example", "## How to fix", "## How to suppress"];

    [Fact]
    public void Pages_OfAllThatTheBuildReports_AreComplete()
    {
        var ids = new[] { "Ahoy.Model", "Ahoy.Bundling", "Ahoy.Build" }
            .SelectMany(part => Directory.GetFiles(Repository.Combine("src", part), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .SelectMany(file => IdLiteral().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .ToHashSet();
        var index = File.ReadAllText(Repository.Combine("docs", "rules", "README.md"));

        Assert.Equal(24, ids.Count);
        Assert.All(ids, id =>
        {
            var page = File.ReadAllText(Repository.Combine("docs", "rules", $"{id}.md"));
            Assert.StartsWith($"# {id}: ", page);
            Assert.All(s_sections, section => Assert.Contains(section, page));
            Assert.Contains($"[{id}]({id}.md)", index);
        });
    }

    [Fact]
    public void All_Checks_AreListed()
    {
        var files = Directory.GetFiles(Repository.Combine("src", "Ahoy.Bundling", "Checks"), "*Check.cs")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => name != nameof(IBuildCheck));

        Assert.Equal(files.Order(), BuildChecks.All.Select(check => check.GetType().Name).Order());
    }

    [GeneratedRegex("\"(AHOY5\\d{3})\"")]
    private static partial Regex IdLiteral();
}
