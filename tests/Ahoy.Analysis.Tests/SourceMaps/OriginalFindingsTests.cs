using Ahoy.Analysis.Engine;
using Ahoy.Analysis.SourceMaps;
using Ahoy.TestSupport.Analyzers;

namespace Ahoy.Analysis.Tests.SourceMaps;

/// <summary>Findings of a compiled file, told where they were written.</summary>
public class OriginalFindingsTests
{
    private const string Code = """
        exports.handler = (context, event, callback) => {
            const response = new Twilio.Response();
            response.setBody({ type: event.request.headers['Content-Type'] });
            callback(null, response);
        };

        """;

    private const string Source = """
        export const handler = (context, event, callback) => {
          const response = new Twilio.Response();
          COMMENT
          response.setBody({ type: event.request.headers['Content-Type'] });
          callback(null, response);
        };

        """;

    private static readonly (int, int, int, int, int)[] s_places =
    [
        (0, 0, 0, 0, 0), (1, 4, 0, 1, 2), (2, 4, 0, 3, 2), (2, 51, 0, 3, 49), (3, 4, 0, 4, 2), (4, 0, 0, 5, 0),
    ];

    [Fact]
    public void Of_Finding_StandsInTheSource()
    {
        var (finding, place) = Assert.Single(Of("// nothing"), found => found.Finding.Rule.Id == "AHOY3002");

        Assert.Equal("AHOY3002", finding.Rule.Id);
        Assert.Equal(3, place!.Source.Lines.PositionOf(place.Start).Line);
    }

    [Theory]
    [InlineData("// ahoy-disable-next-line AHOY3002 -- as it is")]
    [InlineData("/* ahoy-disable AHOY3002 */")]
    public void Of_SuppressedInTheSource_IsNotTold(string comment) => Assert.DoesNotContain(Of(comment), found => found.Finding.Rule.Id == "AHOY3002");

    [Fact]
    public void Of_CommentOfAnotherRule_SuppressesNothing() => Assert.Contains(Of("// ahoy-disable-next-line AHOY1001 -- another"), found => found.Finding.Rule.Id == "AHOY3002");

    [Fact]
    public void Of_CodeOfAPackage_IsNobodys()
    {
        var compiled = SourceFile.Parse(Code);
        var sources = OriginalSources.Of(
            compiled,
            "/project/dist/functions/say.js",
            "/project",
            _ => MapText.Of(["../../node_modules/lib/index.js", "../../src/functions/say.ts"], [.. s_places.Select(place => (place.Item1, place.Item2, place.Item1 == 2 ? 0 : 1, place.Item4, place.Item5))]),
            file => file.EndsWith("say.ts", StringComparison.Ordinal) ? Source : null)!;

        Assert.Contains(Findings(compiled), finding => finding.Rule.Id == "AHOY3002");
        Assert.DoesNotContain(OriginalFindings.Of(Findings(compiled), compiled, sources), found => found.Finding.Rule.Id == "AHOY3002");
    }

    private static IReadOnlyList<(Finding Finding, OriginalSpan? Place)> Of(string comment)
    {
        var compiled = SourceFile.Parse(Code);
        var sources = OriginalSourcesTests.Of(Code, MapText.Of(["../../src/functions/say.ts"], s_places), Source.Replace("COMMENT", comment, StringComparison.Ordinal));
        return OriginalFindings.Of(Findings(compiled), compiled, sources!);
    }

    private static IReadOnlyList<Finding> Findings(SourceFile compiled) => RuleEngine.Run(
        new FileContext(compiled, FunctionsProject.ResourceOf("functions/say.js"), new ProjectSummary(NodeRuntime.Default, [FunctionsProject.ResourceOf("functions/say.js")], null, null, []), CancellationToken.None), FileSeverities.Default);
}
