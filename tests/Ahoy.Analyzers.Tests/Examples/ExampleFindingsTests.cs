using Ahoy.TestSupport;
using Ahoy.TestSupport.Analyzers;

namespace Ahoy.Analyzers.Tests.Examples;

/// <summary>Runs all rules over the documentation's own Functions: what is reported is known, line by line, and true.</summary>
public class ExampleFindingsTests
{
    [Fact]
    public async Task Examples_Analyzed_ReportOnlyWhatIsListed()
    {
        if (Repository.Examples is not { } folder)
        {
            Assert.Skip("The example Functions are not here.");
            return;
        }

        var project = new FunctionsProject();
        foreach (var file in Directory.EnumerateFiles(folder, "*.js").Order(StringComparer.Ordinal))
        {
            project.AddResource($"functions/{Path.GetFileName(file)}", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }

        var diagnostics = await project.DiagnoseAsync(new FunctionsAnalyzer(), TestContext.Current.CancellationToken);

        var actual = diagnostics
            .Select(diagnostic => (Place: diagnostic.Location.GetLineSpan(), diagnostic.Id))
            .Select(found => $"{Path.GetFileName(found.Place.Path)}:{found.Place.StartLinePosition.Line + 1} {found.Id}");
        Assert.Equal(Listed().Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }

    /// <summary>The listed findings without their reasons, each of which has to have one.</summary>
    private static IEnumerable<string> Listed() =>
        File.ReadLines(Repository.Combine("tests", "Ahoy.Analysis.Tests", "Examples", "findings.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', 3))
            .Select(words => words is [var place, var id, { Length: > 0 }] ? $"{place} {id}" : throw new FormatException(string.Join(' ', words)));
}
