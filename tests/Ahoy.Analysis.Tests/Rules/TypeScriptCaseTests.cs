using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Rules;
using Ahoy.Analysis.Tests.Verification;
using Ahoy.TestSupport.Analyzers;

namespace Ahoy.Analysis.Tests.Rules;

/// <summary>The cases of all rules, written in TypeScript: the same is found at the same places.</summary>
public class TypeScriptCaseTests
{
    private static readonly Lazy<IReadOnlyList<RuleCase>> s_cases = new(() => [.. RuleCaseFile.All().SelectMany(RuleCaseFile.Read)]);

    public static TheoryData<string> Ids() => new(s_cases.Value.Select(@case => @case.Id).Distinct());

    [Theory]
    [MemberData(nameof(Ids))]
    public void Cases_InTypeScript_ReportTheSame(string id)
    {
        // What is an error in JavaScript is TypeScript's way to say the same.
        Assert.SkipWhen(id == "AHOY0002", "TypeScript's compiler makes require() and exports of import and export.");
        var failures = new List<string>();
        foreach (var @case in s_cases.Value.Where(@case => @case.Id == id && @case.File.EndsWith(".js", StringComparison.Ordinal)))
        {
            if (Annotations.Add(@case.Source.Text) is { } annotated && Difference(@case, annotated) is { } difference)
            {
                failures.Add($"{@case.Name}:\n{difference}\n{annotated.Text}");
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Cases_InTypeScript_HaveFixesThatFix(string id)
    {
        var failures = new List<string>();
        foreach (var @case in s_cases.Value.Where(@case => @case.Id == id && @case.File.EndsWith(".js", StringComparison.Ordinal)))
        {
            if (Annotations.Add(@case.Source.Text) is { } annotated)
            {
                failures.AddRange(Unfixed(@case, annotated.Text).Select(result => $"{@case.Name}:\n{result}"));
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    private static IEnumerable<string> Unfixed(RuleCase @case, string text)
    {
        var context = Open(@case, Path.ChangeExtension(@case.File, ".ts"), text);
        var before = Run(context).Count(finding => finding.Rule.Id == @case.Id);
        foreach (var finding in Run(context).Where(finding => finding.Rule.Id == @case.Id))
        {
            foreach (var fix in FixCatalog.Offer(new FixRequest(context, finding)).Where(fix => fix.OtherFiles.Count == 0))
            {
                var result = EditList.Apply(text, fix.Edits);
                if (Run(Open(@case, context.Resource.File, result)).Count(left => left.Rule.Id == @case.Id) >= before)
                {
                    yield return $"{fix.Title}\n{result}";
                }
            }
        }
    }

    private static string? Difference(RuleCase @case, Annotations annotated)
    {
        var expected = Spans(@case, @case.File, @case.Source.Text);
        var actual = Spans(@case, Path.ChangeExtension(@case.File, ".ts"), annotated.Text);
        return expected.Count == actual.Count && expected.Zip(actual).All(pair => annotated.AreSame(pair.First, pair.Second))
            ? null
            : $"expected {string.Join(' ', expected)}, found {string.Join(' ', actual)}";
    }

    private static List<(int Start, int End)> Spans(RuleCase @case, string file, string text) =>
        [.. Run(Open(@case, file, text)).Where(finding => finding.Rule.Id == @case.Id).Select(finding => (finding.Start, finding.End))];

    private static IReadOnlyList<Finding> Run(FileContext context) =>
        RuleEngine.Analyzes(context.Resource) ? RuleEngine.Run(context, FileSeverities.Default) : [];

    private static FileContext Open(RuleCase @case, string file, string text)
    {
        var original = FunctionsProject.ResourceOf(@case.File);
        var resource = new ProjectResource(original.Kind, original.Visibility, file, original.Path);
        var others = new ProjectFileSources(@case.Others.Select(other => new ProjectFile(other.File, () => other.Text)));
        return new FileContext(SourceFile.Parse(text, resource), resource, @case.Project, TestContext.Current.CancellationToken, others);
    }
}
