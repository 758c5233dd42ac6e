using System.Globalization;
using Ahoy.Analysis.Engine;
using Ahoy.TestSupport;

namespace Ahoy.Analysis.Tests.Rules;

/// <summary>
/// The documentation's own 110 examples: only true problems may be found in them, and <c>examples.txt</c> says of each why it
/// is one.
/// </summary>
public class ExamplesTests
{
    [Fact]
    public void Examples_AllRules_ReportTrueProblemsOnly()
    {
        Assert.SkipWhen(Repository.Examples is null, "The documentation's examples are not here: set AHOY_EXAMPLES to their folder.");
        var files = Directory.GetFiles(Repository.Examples!, "*.js").Order(StringComparer.Ordinal).ToList();
        var resources = files.ConvertAll(file => new ProjectResource(
            ResourceKind.Function, Visibility.Public, "functions/" + Path.GetFileName(file), "/" + Path.GetFileNameWithoutExtension(file)));
        var project = new ProjectSummary(NodeRuntime.Default, resources, variables: null, packages: null, requireSupport: []);

        var reported = files.SelectMany((file, i) => Check(file, resources[i], project)).ToList();

        var expected = File.ReadLines(Repository.Combine("tests", "Ahoy.Analysis.Tests", "Rules", "examples.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', 4))
            .ToList();
        Assert.All(expected, line => Assert.True(line.Length == 4 && line[3].EndsWith('.'), "Each line gives its reason."));
        Assert.Equal(expected.Select(line => string.Join(' ', line[..3])), reported);
        Assert.Equal(110, files.Count);
    }

    private static IEnumerable<string> Check(string file, ProjectResource resource, ProjectSummary project)
    {
        var source = SourceFile.Parse(File.ReadAllText(file));
        var context = new FileContext(source, resource, project, TestContext.Current.CancellationToken);
        return RuleEngine.Run(context, FileSeverities.Default)
            .Select(finding => string.Create(
                CultureInfo.InvariantCulture, $"{Path.GetFileName(file)} {source.Lines.PositionOf(finding.Start).Line + 1} {finding.Rule.Id}"));
    }
}
