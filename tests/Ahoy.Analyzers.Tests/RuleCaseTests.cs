using Ahoy.Analysis;
using Ahoy.Analysis.Engine;
using Ahoy.TestSupport.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace Ahoy.Analyzers.Tests;

/// <summary>
/// Runs the cases of all rules through the compiler's own analyzer driver. What the rules find in them is checked beside the rules;
/// here it has to arrive: every finding, with its places, its message and its severity, and no other.
/// </summary>
public class RuleCaseTests
{
    public static TheoryData<string> Files() => new(RuleCaseFile.All().Select(RuleCaseFile.IdOf));

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Case_Compiled_ReportsWhatTheRulesFind(string id)
    {
        foreach (var @case in RuleCaseFile.Read(RuleCaseFile.All().Single(file => RuleCaseFile.IdOf(file) == id)))
        {
            var files = @case.Others.Prepend((@case.File, @case.Source.Text)).ToList();
            var project = files.Aggregate(new FunctionsProject(), (all, file) => all.AddResource(file.File, file.Text)).AddSummary(@case.Project);
            var test = new FunctionsAnalyzerTest(project);
            var sources = new ProjectFileSources(files.Select(file => new ProjectFile(file.File, () => file.Text)));
            test.ExpectedDiagnostics.AddRange(files.SelectMany(file => Expect(file.File, file.Text, @case.Project, sources)));

            await test.RunAsync(TestContext.Current.CancellationToken);
        }
    }

    private static IEnumerable<DiagnosticResult> Expect(string path, string text, ProjectSummary project, ProjectSources sources)
    {
        var resource = FunctionsProject.ResourceOf(path);
        if (!RuleEngine.Analyzes(resource))
        {
            return [];
        }

        var file = new FileContext(SourceFile.Parse(text, resource), resource, project, TestContext.Current.CancellationToken, sources);
        return RuleEngine.Run(file, FileSeverities.Default)
            .Select(finding => Expect(finding, FunctionsProject.PathOf(path), SourceText.From(text).Lines));
    }

    private static DiagnosticResult Expect(Finding finding, string path, TextLineCollection lines)
    {
        var expected = new DiagnosticResult(finding.Rule.Id, DiagnosticTable.ToDiagnosticSeverity(finding.Severity))
            .WithMessage(finding.Message)
            .WithSpan(SpanOf(finding.Start, finding.End));
        return finding.Related.Aggregate(expected, (result, related) => result.WithSpan(SpanOf(related.Start, related.End)));

        FileLinePositionSpan SpanOf(int start, int end) => new(path, lines.GetLinePositionSpan(TextSpan.FromBounds(start, end)));
    }
}
