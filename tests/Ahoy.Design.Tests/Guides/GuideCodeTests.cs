using System.Text.Json;
using System.Xml.Linq;
using Ahoy.Analysis;
using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Rules;
using Ahoy.TestSupport.Analyzers;
using Ahoy.TestSupport.Guides;

namespace Ahoy.Design.Tests.Guides;

/// <summary>What the guides give to copy can be read by what reads it, and Ahoy's own rules have nothing to say of it unless the guide means them to.</summary>
public class GuideCodeTests
{
    private static readonly JsonDocumentOptions s_json = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static TheoryData<string> Pages() => new(GuidePage.All.Where(page => page.Blocks.Count > 0).Select(page => page.Name));

    [Theory]
    [MemberData(nameof(Pages))]
    public void JavaScript_OfAPage_HasTheFindingsThatItIsMeantToHave(string page) =>
        Expect.None(Of(page, "js", "ts").Select(Difference).OfType<string>());

    [Theory]
    [MemberData(nameof(Pages))]
    public void Data_OfAPage_IsRead(string page)
    {
        foreach (var block in Of(page, "json"))
        {
            Read(block, () => JsonDocument.Parse(block.Content, s_json).Dispose());
        }

        foreach (var block in Of(page, "xml"))
        {
            Read(block, () => XElement.Parse($"<root>{block.Content}</root>"));
        }

        foreach (var block in Of(page, "yaml"))
        {
            Read(block, () => new YamlDotNet.RepresentationModel.YamlStream().Load(new StringReader(block.Content)));
        }
    }

    private static IEnumerable<GuideBlock> Of(string page, params string[] languages) =>
        GuidePage.Of(page).Blocks.Where(block => languages.Contains(block.Language) && block.NotRun is null && block.Note(GuideNotes.From) is null);

    private static void Read(GuideBlock block, Action read)
    {
        var error = Record.Exception(read);
        Assert.True(error is null, $"{block}: {error?.Message}");
    }

    private static string? Difference(GuideBlock block)
    {
        var meant = (block.Note(GuideNotes.Findings) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var file = block.File ?? $"functions/block.{block.Language}";
        if (!file.StartsWith("functions/", StringComparison.Ordinal) && !file.StartsWith("src/functions/", StringComparison.Ordinal))
        {
            var errors = SourceFile.Parse(block.Content).Errors;
            return errors.Count == 0 ? null : $"{block}: {errors[0].Message}";
        }

        var resource = FunctionsProject.ResourceOf(file.Replace("src/functions/", "functions/", StringComparison.Ordinal));
        var source = new FileContext(SourceFile.Parse(block.Content, resource), resource, ProjectSummary.Unknown, CancellationToken.None);
        var found = RuleEngine.Run(source, FileSeverities.Default).Select(finding => finding.Rule.Id).Distinct().ToList();

        // Of the project around it a block knows nothing: what is found about that, the guide's own commands show.
        var missing = meant.Except(found).Where(id => RuleCatalog.Descriptors.Single(rule => rule.Id == id).Category != RuleCategory.Project);
        var differences = found.Except(meant).Select(id => $"has {id}").Concat(missing.Select(id => $"is meant to have {id}")).ToList();
        return differences.Count == 0 ? null : $"{block}: {string.Join(", ", differences)}";
    }
}
