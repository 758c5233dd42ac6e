using Ahoy.TestSupport.Analyzers;
using Microsoft.CodeAnalysis;

namespace Ahoy.Analyzers.Tests;

/// <summary>Runs the cases of all rules through the compiler's own analyzer driver.</summary>
public class RuleCaseTests
{
    public static TheoryData<string, string> Cases() =>
        new(RuleCaseFile.All().SelectMany(RuleCaseFile.Read).Select(@case => (@case.Id, @case.Name)));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Case_Analyzed_ReportsWhatIsMarked(string id, string name)
    {
        var @case = RuleCaseFile.All().Where(file => RuleCaseFile.IdOf(file) == id).SelectMany(RuleCaseFile.Read).Single(c => c.Name == name);
        var project = new FunctionsProject()
            .AddResource(@case.File, @case.Source.Text)
            .AddSummary(@case.Project);

        var diagnostics = await project.DiagnoseAsync(new FunctionsAnalyzer(), TestContext.Current.CancellationToken);

        var related = @case.Source.Spans.Where(span => span.Label == "also").ToList();
        var expected = @case.Source.Spans.Except(related).Select(span => span with { Label = span.Label is "" ? id : span.Label }).ToList();
        var ids = expected.Select(span => span.Label).Append(id).ToHashSet();
        var relevant = diagnostics.Where(d => ids.Contains(d.Id)).ToList();
        var actual = relevant.Select(d => SpanOf(d.Id, d.Location)).ToList();
        Assert.True(@case.Reports == expected.Exists(span => span.Label == id), "A case that reports has a mark, a silent one none.");
        Assert.True(Same(expected, actual), Describe(@case, expected, actual, diagnostics));
        if (related.Count > 0)
        {
            var also = relevant.Where(d => d.Id == id).SelectMany(d => d.AdditionalLocations).Select(l => SpanOf("also", l)).Distinct().ToList();
            Assert.True(Same(related, also), Describe(@case, related, also, diagnostics));
        }
    }

    private static MarkedSpan SpanOf(string label, Location location) =>
        new(label, location.SourceSpan.Start, location.SourceSpan.End);

    private static bool Same(IEnumerable<MarkedSpan> one, IEnumerable<MarkedSpan> two) => Order(one).SequenceEqual(Order(two));

    private static IEnumerable<MarkedSpan> Order(IEnumerable<MarkedSpan> spans) =>
        spans.OrderBy(span => span.Start).ThenBy(span => span.End).ThenBy(span => span.Label, StringComparer.Ordinal);

    private static string Describe(
        RuleCase @case, IEnumerable<MarkedSpan> expected, IEnumerable<MarkedSpan> actual, IEnumerable<Diagnostic> diagnostics) =>
        $"""
        {@case.Id} {@case.Name}
        expected: {string.Join(", ", expected.Select(Quote))}
        actual:   {string.Join(", ", actual.Select(Quote))}
        all:
        {string.Join('\n', diagnostics.Select(d => $"  {d.Id} line {d.Location.GetLineSpan().StartLinePosition.Line + 1}: {d.GetMessage()}"))}
        {@case.Source.Text}
        """;

    private static string Quote(MarkedSpan span) => $"{span.Label} [{span.Start}..{span.End}]";
}
