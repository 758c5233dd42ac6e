using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Rules;
using Ahoy.Analysis.Tests.Verification;
using Ahoy.TestSupport.Analyzers;

namespace Ahoy.Analysis.Tests.Rules;

/// <summary>Offers fixes while somebody types: for code that ends anywhere, or that lacks a token.</summary>
public class BrokenCodeTests
{
    private const int Pieces = 12;

    private static readonly char[] s_tokens = ['(', ')', '{', '}', '=', '.', ',', '\'', '`', ';'];

    public static TheoryData<string> Ids() => new(FixCaseFile.ReadAll().Select(@case => @case.Id).Distinct());

    [Theory]
    [MemberData(nameof(Ids))]
    public void Case_CutAnywhere_FixesCanBeApplied(string id)
    {
        foreach (var @case in Cases(id))
        {
            var text = @case.Source.Text;
            for (var i = 1; i < Pieces; i++)
            {
                ApplyAll(@case, text[..(text.Length * i / Pieces)]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Case_WithoutAToken_FixesCanBeApplied(string id)
    {
        foreach (var @case in Cases(id))
        {
            var text = @case.Source.Text;
            foreach (var token in s_tokens.Where(token => text.Contains(token)))
            {
                ApplyAll(@case, text.Remove(text.IndexOf(token), 1));
                ApplyAll(@case, text.Remove(text.LastIndexOf(token), 1));
            }
        }
    }

    private static IEnumerable<FixCase> Cases(string id) => FixCaseFile.ReadAll().Where(@case => @case.Id == id);

    private static void ApplyAll(FixCase @case, string text)
    {
        var source = SourceFile.Parse(text);
        var file = new FileContext(source, FunctionsProject.ResourceOf(@case.File), @case.Project, CancellationToken.None);
        foreach (var finding in RuleEngine.Run(file, FileSeverities.Default))
        {
            foreach (var fix in FixCatalog.Offer(new FixRequest(file, finding)))
            {
                var result = SourceFile.Parse(EditList.Apply(text, fix.Edits));
                Assert.True(result.Errors.Count <= source.Errors.Count, $"{fix} breaks\n{text}");
            }
        }
    }
}
