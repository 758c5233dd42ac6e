using System.Text;

namespace Ahoy.Analysis.Tests;

public class ProjectFactsTests
{
    private const string SettingsPath = "/project/.editorconfig";
    private const string Code = "/project/functions/a.js";

    [Fact]
    public void Read_SameTexts_GivesTheSameFacts()
    {
        var (summary, settings) = (Summary(), Settings("warning"));

        var first = Read(summary, settings);
        var second = Read(summary, settings);

        Assert.Same(first.Summary, second.Summary);
        Assert.Same(first.SeveritiesOf(Code), second.SeveritiesOf(Code));
    }

    [Fact]
    public void Read_AnotherSettingsText_GivesOtherFacts()
    {
        var summary = Summary();

        Assert.Equal(Severity.Warning, Read(summary, Settings("warning")).SeveritiesOf(Code).Of("AHOY1002"));
        Assert.Equal(Severity.Error, Read(summary, Settings("error")).SeveritiesOf(Code).Of("AHOY1002"));
    }

    [Fact]
    public void Read_NoFileOfOurs_ReadsNothing()
    {
        var facts = ProjectFacts.Read([new ProjectFile(Code, () => throw new InvalidOperationException("Nobody needs this text."))]);

        Assert.Same(ProjectSummary.Unknown, facts.Summary);
        Assert.Same(FileSeverities.Default, facts.SeveritiesOf(Code));
    }

    private static ProjectFacts Read(object summary, object settings) => ProjectFacts.Read(
    [
        new("/project/obj/ahoy/" + ProjectSummaryText.FileName, () => summary),
        new(SettingsPath, () => settings),
    ]);

    /// <summary>A text that is an object of its own.</summary>
    private static StringBuilder Summary() => new(ProjectSummaryText.Write(new ProjectSummary("node22", [], ["KEY"], null, [])));

    private static StringBuilder Settings(string severity) => new($"[*.js]\ndotnet_diagnostic.AHOY1002.severity = {severity}\n");
}
