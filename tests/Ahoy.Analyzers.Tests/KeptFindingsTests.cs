using Ahoy.TestSupport.Analyzers;

namespace Ahoy.Analyzers.Tests;

/// <summary>What the project's baseline keeps is not reported.</summary>
public class KeptFindingsTests
{
    private const string Line = "exports.handler = (context, event, callback) => callback(null, event.request.headers.host);\n";

    [Fact]
    public async Task Analyze_FindingOfTheBaseline_IsLeftOut() => Assert.Equal(["b.js"], await FindAsync(Keeping("functions/a.js").ToText()));

    [Fact]
    public async Task Analyze_NoBaseline_ReportsAll() => Assert.Equal(["a.js", "b.js"], await FindAsync(Project()));

    // The build has an error of its own for it, and an editor is to show too much rather than nothing.
    [Fact]
    public async Task Analyze_BaselineThatCanNotBeRead_ReportsAll() => Assert.Equal(["a.js", "b.js"], await FindAsync("<<<<<<< HEAD\n" + Keeping("functions/a.js").ToText()));

    [Fact]
    public async Task Analyze_OtherFileThatLooksLikeABaseline_IsNone()
    {
        var project = Project().AddFile("known.json", Keeping("functions/a.js").ToText());

        Assert.Equal(["a.js", "b.js"], await FindAsync(project));
    }

    private static Baseline Keeping(string file)
    {
        var path = FunctionsProject.PathOf(file);
        return new Baseline(FunctionsProject.PathOf("known.json"), [new(file, "AHOY3001", new Fingerprints(path).Next("AHOY3001", Line), "")]);
    }

    private static FunctionsProject Project() => new FunctionsProject().AddResource("functions/a.js", Line).AddResource("functions/b.js", Line);

    private static Task<IEnumerable<string>> FindAsync(string baseline) =>
        FindAsync(Project().AddBaseline("known.json", baseline));

    private static async Task<IEnumerable<string>> FindAsync(FunctionsProject project)
    {
        var found = await new FunctionsAnalyzerTest(project).DiagnoseAsync(TestContext.Current.CancellationToken);
        return found.Where(diagnostic => diagnostic.Id == "AHOY3001").Select(diagnostic => Path.GetFileName(diagnostic.Location.GetLineSpan().Path)).Order();
    }
}
