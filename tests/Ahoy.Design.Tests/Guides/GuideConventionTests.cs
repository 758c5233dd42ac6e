using Ahoy.TestSupport.Guides;

namespace Ahoy.Design.Tests.Guides;

/// <summary>Each block of the README and of the guides is something that a test runs, parses or compares; what is not says why.</summary>
public class GuideConventionTests
{
    // A writer who adds one says here that nothing else was possible.
    private const int BlocksThatAreNotRun = 22;

    private static readonly string[] s_languages = ["sh", "console", "js", "ts", "json", "xml", "csharp", "yaml", "ini", "text"];

    private static IEnumerable<GuideBlock> Blocks => GuidePage.All.SelectMany(page => page.Blocks);

    [Fact]
    public void Blocks_OfGuides_AreOfALanguageThatIsTested() =>
        Expect.None(Blocks.Where(block => block.NotRun is null && !s_languages.Contains(block.Language)).Select(block => $"{block}: '{block.Language}' is no language that a test knows"));

    [Fact]
    public void Notes_BeforeBlocks_AreKnown() =>
        Expect.None(Blocks.SelectMany(block => block.Notes.Except(GuideNotes.All).Select(note => $"{block}: the comment '{note}' means nothing")));

    /// <summary>Two commands set everything up, one runs the main job, one the tests: programs read these lines, and other tests run what they name.</summary>
    [Fact]
    public void Readme_BeforeItsBlocks_HasFourCommands()
    {
        Assert.Equal(
            ["git clone <this repository> ahoy", "cd ahoy", "dotnet run --project samples/sms-counter", "dotnet test Toolchain.sln"],
            IndentedLines(GuidePage.Of("README.md")));
        Assert.InRange(File.ReadAllLines(Repository.Combine("README.md")).Length, 1, 150);
    }

    [Fact]
    public void Guides_HaveNoBlocksWithoutAFence() =>
        Expect.None(GuidePage.All.Where(page => page.Name != "README.md").SelectMany(page => IndentedLines(page).Select(line => $"{page.Name}: {line}")));

    [Fact]
    public void Texts_InGuides_HideNoCommands() =>
        Expect.None(Blocks
            .Where(block => block.Language == "text" && block.Content.Split('\n').Any(line => line.StartsWith("$ ", StringComparison.Ordinal) || line.StartsWith("dotnet ", StringComparison.Ordinal)))
            .Select(block => $"{block}: commands belong into a block of the language 'console' or 'sh'"));

    [Fact]
    public void Settings_InGuides_AreFiles() =>
        Expect.None(Blocks.Where(block => block.Language == "ini" && block.File is null).Select(block => $"{block}: which file is this?"));

    [Fact]
    public void Blocks_ThatAreNotRun_SayWhyAndAreCounted()
    {
        var blocks = Blocks.Where(block => block.NotRun is not null).ToList();

        Expect.None(blocks.Where(block => block.NotRun!.Length < 10).Select(block => $"{block}: why is it not run?"));
        Assert.True(blocks.Count == BlocksThatAreNotRun, $"{blocks.Count} blocks are not run:\n{string.Join('\n', blocks.Select(block => $"{block}: {block.NotRun}"))}");
    }

    [Fact]
    public void Excerpts_InGuides_StandInTheirFile() =>
        Expect.None(Blocks
            .Where(block => block.Note(GuideNotes.From) is not null)
            .Where(block => !Unindented(File.ReadAllText(Repository.Combine(block.Note(GuideNotes.From)!))).Contains(Unindented(block.Content), StringComparison.Ordinal))
            .Select(block => $"{block}: this does not stand so in {block.Note(GuideNotes.From)}"));

    private static string Unindented(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()));

    private static IEnumerable<string> IndentedLines(GuidePage page)
    {
        var isInBlock = false;
        foreach (var line in File.ReadLines(page.Path))
        {
            isInBlock ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!isInBlock && line.StartsWith("    ", StringComparison.Ordinal))
            {
                yield return line.Trim();
            }
        }
    }
}
