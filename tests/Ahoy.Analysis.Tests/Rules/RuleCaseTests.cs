using Ahoy.Analysis.Engine;
using Ahoy.TestSupport.Analyzers;

namespace Ahoy.Analysis.Tests.Rules;

/// <summary>Runs the cases of all rules. Ahoy.Analyzers.Tests does the same by the compiler's own driver.</summary>
public class RuleCaseTests
{
    private static readonly Lazy<IReadOnlyList<RuleCase>> s_cases = new(() => [.. RuleCaseFile.All().SelectMany(RuleCaseFile.Read)]);

    public static TheoryData<string, string> Cases() => new(s_cases.Value.Select(@case => (@case.Id, @case.Name)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_Analyzed_ReportsWhatIsMarked(string id, string name)
    {
        var @case = s_cases.Value.Single(@case => @case.Id == id && @case.Name == name);
        var resource = FunctionsProject.ResourceOf(@case.File);
        var others = new ProjectFileSources(@case.Others.Select(other => new ProjectFile(other.File, () => other.Text)));
        var file = new FileContext(SourceFile.Parse(@case.Source.Text, resource), resource, @case.Project, TestContext.Current.CancellationToken, others);

        var findings = RuleEngine.Analyzes(resource) ? RuleEngine.Run(file, FileSeverities.Default) : [];

        var related = @case.Source.Spans.Where(span => span.Label == "also").ToList();
        var expected = @case.Source.Spans.Except(related).Select(span => span with { Label = span.Label is "" ? id : span.Label }).ToList();
        var ids = expected.Select(span => span.Label).Append(id).ToHashSet();
        var relevant = findings.Where(finding => ids.Contains(finding.Rule.Id)).ToList();
        var actual = relevant.Select(finding => new MarkedSpan(finding.Rule.Id, finding.Start, finding.End)).ToList();
        Assert.True(@case.Reports == expected.Exists(span => span.Label == id), "A case that reports has a mark, a silent one none.");
        Assert.True(Same(expected, actual), Describe(@case, expected, actual, findings));
        if (related.Count > 0)
        {
            var also = relevant.Where(finding => finding.Rule.Id == id)
                .SelectMany(finding => finding.Related)
                .Select(place => new MarkedSpan("also", place.Start, place.End))
                .Distinct()
                .ToList();
            Assert.True(Same(related, also), Describe(@case, related, also, findings));
        }
    }

    private static bool Same(IEnumerable<MarkedSpan> one, IEnumerable<MarkedSpan> two) => Order(one).SequenceEqual(Order(two));

    private static IEnumerable<MarkedSpan> Order(IEnumerable<MarkedSpan> spans) =>
        spans.OrderBy(span => span.Start).ThenBy(span => span.End).ThenBy(span => span.Label, StringComparer.Ordinal);

    private static string Describe(RuleCase @case, IEnumerable<MarkedSpan> expected, IEnumerable<MarkedSpan> actual, IEnumerable<Finding> findings) =>
        $"""
        {@case.Id} {@case.Name}
        expected: {string.Join(", ", expected)}
        actual:   {string.Join(", ", actual)}
        all:
        {string.Join('\n', findings)}
        {@case.Source.Text}
        """;
}
