using System.Globalization;
using Ahoy.Analysis.Engine;
using Ahoy.TestSupport;
using Ahoy.TestSupport.Analyzers;

namespace Ahoy.Analysis.Tests.Rules;

/// <summary>The repository's own samples in JavaScript, each as the service that it is: nothing is found in them but what <c>samples.txt</c> reasons.</summary>
public class SamplesTests
{
    [Fact]
    public void Samples_AllRules_ReportWhatTheListReasons()
    {
        var services = Directory.GetDirectories(Repository.Combine("samples"))
            .SelectMany(folder => new[] { folder }.Concat(Directory.GetDirectories(folder)))
            .Where(folder => Directory.Exists(Path.Combine(folder, "functions")) && !File.Exists(Path.Combine(folder, "..", "tsconfig.json")))
            .Order(StringComparer.Ordinal)
            .ToList();

        var reported = services.SelectMany(Check).ToList();

        var expected = File.ReadLines(Repository.Combine("tests", "Ahoy.Analysis.Tests", "Rules", "samples.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', 4))
            .ToList();
        Assert.All(expected, line => Assert.True(line.Length == 4 && line[3].EndsWith('.'), "Each line gives its reason."));
        Assert.Equal(expected.Select(line => string.Join(' ', line[..3])), reported);
        Assert.True(services.Count >= 5);
    }

    private static IEnumerable<string> Check(string service)
    {
        var files = new[] { "functions", "assets" }
            .Select(folder => Path.Combine(service, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .Select(file => (Path: file, Resource: FunctionsProject.ResourceOf(Path.GetRelativePath(service, file).Replace('\\', '/'))))
            .ToList();
        var project = new ProjectSummary(NodeRuntime.Default, [.. files.Select(file => file.Resource)], variables: null, packages: null, requireSupport: []);
        var sources = new ProjectFileSources(files.Select(file => new ProjectFile(file.Path, () => string.Intern(File.ReadAllText(file.Path)))));
        foreach (var (path, resource) in files.Where(file => RuleEngine.Analyzes(file.Resource)))
        {
            var context = new FileContext(SourceFile.Parse(File.ReadAllText(path), resource), resource, project, TestContext.Current.CancellationToken, sources);
            foreach (var finding in RuleEngine.Run(context, FileSeverities.Default))
            {
                var line = context.Source.Lines.PositionOf(finding.Start).Line + 1;
                yield return string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(service)}/{resource.File} {line} {finding.Rule.Id}");
            }
        }
    }
}
