using System.Text.RegularExpressions;
using Ahoy.Bundling.Checks;
using Ahoy.Design.Tests.Parts;

namespace Ahoy.Design.Tests.Rules;

/// <summary>What a check of the Build consists of: it fails where one is added and a part of it forgotten.</summary>
public partial class CheckDesignTests
{
    private static readonly string[] s_sections = ["## Cause", "## Example", "## How to fix", "## How to suppress"];

    public static TheoryData<string> Ids() => new(new[] { "Model", "Bundling", "Build" }.SelectMany(IdsInCode).Distinct().Order(StringComparer.Ordinal));

    /// <summary>Without what keeps a project from being read: AHOY51xx are no rules, and come from where it is read.</summary>
    public static TheoryData<string> CheckNames() => new(
        Directory.GetFiles(Path.Combine(Find("Bundling").Folder, "Checks"), "*Check.cs")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => name != nameof(IBuildCheck))
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Checks_InTheirFolder_AreAllRun() =>
        Assert.Equal(
            CheckNames().Select(row => row.Data),
            BuildChecks.All.Select(check => check.GetType().Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(CheckNames))]
    public void Check_Source_NamesItsId(string name)
    {
        var ids = Id().Matches(File.ReadAllText(Path.Combine(Find("Bundling").Folder, "Checks", name + ".cs"))).Select(match => match.Value).Distinct();

        Assert.Single(ids);
    }

    /// <summary>At least one that reports, and one that does not: rows of a theory, or assertions of a fact.</summary>
    [Theory]
    [MemberData(nameof(CheckNames))]
    public void Check_Cases_AreThere(string name)
    {
        var tests = SourceFiles.Below(Repository.Combine("tests", "Ahoy.Bundling.Tests", "Checks"))
            .SelectMany(file => TestStart().Split(File.ReadAllText(file)))
            .Where(test => Regex.IsMatch(test, $@"\bnew {name}\b"));
        var cases = tests.Sum(test => Math.Max(Regex.Count(test, @"\[InlineData\("), Regex.Count(test, @"\bAssert\.")));

        Assert.True(cases >= 2, $"There are {cases} cases of {name} in tests/Ahoy.Bundling.Tests/Checks.");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Id_ThatTheBuildReports_IsInATest(string id)
    {
        var check = Directory.GetFiles(Path.Combine(Find("Bundling").Folder, "Checks"), "*Check.cs").FirstOrDefault(file => File.ReadAllText(file).Contains(id));
        var named = check is null ? id : Path.GetFileNameWithoutExtension(check);

        Assert.Contains(
            SourceFiles.Below(Repository.Combine("tests")),
            file => file.EndsWith("Tests.cs", StringComparison.Ordinal)
                && !SourceFiles.NameOf(file).StartsWith("tests/Ahoy.Design.Tests/", StringComparison.Ordinal)
                && File.ReadAllText(file).Contains(named, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Id_ThatTheBuildReports_HasItsPage(string id)
    {
        var page = File.ReadAllText(Repository.Combine("docs", "rules", $"{id}.md"));

        Assert.StartsWith($"# {id}: ", page, StringComparison.Ordinal);
        Assert.All(s_sections, section => Assert.Contains(section, page, StringComparison.Ordinal));
        Assert.Contains($"[{id}]({id}.md)", File.ReadAllText(Repository.Combine("docs", "rules", "README.md")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Id_ThatTheBuildReports_HasItsReleaseLine(string id) =>
        Assert.Single(
            File.ReadLines(Path.Combine(Find("Bundling").Folder, "CheckReleases.md")),
            line => Regex.IsMatch(line, $@"^{id} \| (Error|Warning|Info) \| \d+\.\d+\.\d+ \|"));

    [Fact]
    public void Pages_OfTheBuild_AreOfIdsThatItReports() =>
        Assert.Equal(
            Ids().Select(row => row.Data),
            Directory.EnumerateFiles(Repository.Combine("docs", "rules"), "AHOY5*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));

    private static Part Find(string name) => Part.All.Single(part => part.Name == name);

    private static IEnumerable<string> IdsInCode(string part) =>
        Find(part).Sources.SelectMany(file => IdLiteral().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value);

    [GeneratedRegex("\"(AHOY5\\d{3})\"")]
    private static partial Regex IdLiteral();

    [GeneratedRegex(@"(?=\[Fact|\[Theory)")]
    private static partial Regex TestStart();

    [GeneratedRegex(@"AHOY5\d{3}")]
    private static partial Regex Id();
}
