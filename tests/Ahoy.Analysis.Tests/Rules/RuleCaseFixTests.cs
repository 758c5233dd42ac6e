using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Rules;
using Ahoy.TestSupport;
using Ahoy.TestSupport.Analyzers;

namespace Ahoy.Analysis.Tests.Rules;

/// <summary>Offers fixes for all that the rules find in their own cases, which were not written with fixes in mind.</summary>
public class RuleCaseFixTests
{
    private static readonly string s_folder = Repository.Combine("tests", "Ahoy.Analysis.Tests", "Rules");

    /// <summary>A file that is loaded as CommonJS is looked at more closely than one that can't be loaded at all.</summary>
    private static readonly Dictionary<string, string[]> s_uncovers = new() { ["AHOY0002"] = ["AHOY4007", "AHOY4005"] };

    public static TheoryData<string> Files() => new(
        Directory.EnumerateFiles(s_folder, "AHOY*.cases.js", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(s_folder, file))
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public void Case_EachFix_RemovesTheFindingAndAddsNone(string file)
    {
        var failures = new List<string>();
        foreach (var section in CaseSection.Read(Path.Combine(s_folder, file)))
        {
            var context = Open(section, MarkedSource.Parse(section.Code).Text);
            var findings = RuleEngine.Run(context, FileSeverities.Default);
            foreach (var finding in findings)
            {
                foreach (var fix in FixCatalog.Offer(new FixRequest(context, finding)).Where(fix => fix.OtherFiles.Count == 0))
                {
                    var result = EditList.Apply(context.Text, fix.Edits);
                    var after = RuleEngine.Run(Open(section, result), FileSeverities.Default);
                    if (Problem(finding, findings, after) is { } problem)
                    {
                        failures.Add($"{section}: {fix.Title} ({finding.Rule.Id}): {problem}\n{result}");
                    }
                }
            }
        }

        Assert.True(failures.Count == 0, $"{failures.Count} fixes make it worse:\n\n{string.Join("\n\n", failures)}");
    }

    private static string? Problem(Finding finding, IReadOnlyList<Finding> before, IReadOnlyList<Finding> after)
    {
        var id = finding.Rule.Id;
        if (Count(after, id) >= Count(before, id))
        {
            return "it is still found";
        }

        var added = after.FirstOrDefault(found => found.Severity >= Severity.Warning
            && Count(after, found.Rule.Id) > Count(before, found.Rule.Id)
            && !s_uncovers.GetValueOrDefault(id, []).Contains(found.Rule.Id));
        return added is null ? null : $"{added.Rule.Id} is new";
    }

    private static FileContext Open(CaseSection section, string text)
    {
        var resource = FunctionsProject.ResourceOf(CaseProject.FileOf(section));
        var others = new ProjectFileSources(CaseProject.OthersOf(section).Select(other => new ProjectFile(other.File, () => other.Text)));
        return new(SourceFile.Parse(text, resource), resource, CaseProject.Read(section), CancellationToken.None, others);
    }

    private static int Count(IEnumerable<Finding> findings, string id) => findings.Count(finding => finding.Rule.Id == id);
}
