using Ahoy.TestSupport;

namespace Ahoy.Model.Tests.Baselines;

public class BaselineTests
{
    private static readonly string s_path = Path.GetFullPath(Path.Combine(Path.GetTempPath(), "team", "baseline.json"));

    [Fact]
    public void Text_OfEntries_IsReadAsTheyWere()
    {
        BaselineEntry[] entries =
        [
            new("b.js", "AHOY3001", "2", "with \"quotes\", a \\ and\na line"),
            new("a ä😀.js", "AHOY3001", "1", "half a pair: \ud83d"),
            new("a ä😀.js", "AHOY1002", "9", ""),
        ];

        var read = Baseline.Parse(s_path, new Baseline(s_path, entries).ToText());

        // In the order of files, rules and fingerprints.
        Assert.Equal([entries[2], entries[1], entries[0]], read.Entries);
    }

    [Fact]
    public void Text_WrittenAgain_IsTheSame_ALineAFinding()
    {
        var text = new Baseline(s_path, [new("a.js", "AHOY1", "1", "x"), new("b.js", "AHOY1", "2", "y")]).ToText();

        Assert.Equal(text, Baseline.Parse(s_path, text).ToText());
        Assert.Equal(2, text.Split('\n').Count(line => line.Contains("AHOY1", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("functions/a.js", "team/functions/a.js")]
    [InlineData("../other/a.js", "other/a.js")]
    [InlineData(".", "team")]
    [InlineData("..", "")]
    public void NameOf_File_IsRelativeToTheBaseline(string expected, string file)
    {
        var full = Path.GetFullPath(Path.Combine(Path.GetTempPath(), file));
        var baseline = new Baseline(s_path, [new(expected, "AHOY1", "1", "")]);

        Assert.Equal(expected, baseline.NameOf(full));
        Assert.True(baseline.Keeps(full, "1"));
        Assert.False(baseline.Keeps(full, "2"));
        Assert.Equal(Path.TrimEndingDirectorySeparator(full), Path.TrimEndingDirectorySeparator(baseline.PathOf(baseline.Entries[0])));
    }

    [Theory]
    [InlineData("{ \"version\": 1,\n<<<<<<< HEAD\n", 2, "in the middle of a merge")]
    [InlineData("{ \"version\": 2, \"findings\": [] }", 0, "is of version 2, and this Ahoy reads version 1 only")]
    [InlineData("{ \"version\": 0, \"findings\": [] }", 0, "no baseline of Ahoy")]
    [InlineData("{\n \"version\": 1,\n", 3, "no JSON")]
    [InlineData("", 1, "no JSON")]
    [InlineData("[]", 0, "no version")]
    [InlineData("{ \"version\": 1 }", 0, "no findings")]
    [InlineData("{ \"version\": 1, \"findings\": [{ \"file\": 1 }] }", 0, "no file, rule or fingerprint")]
    public void Parse_WhatIsNoBaseline_SaysWhatAndWhere(string text, int line, string message)
    {
        var thrown = Assert.Throws<BaselineException>(() => Baseline.Parse(s_path, text));

        Assert.Equal(line, thrown.Line);
        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FolderOrNothing_SaysSo()
    {
        using var folder = new TempFolder();

        Assert.True(Assert.Throws<BaselineException>(() => Baseline.Load(folder.Combine("none.json"))).IsMissing);
        Assert.False(Assert.Throws<BaselineException>(() => Baseline.Load(folder.Path)).IsMissing);
    }
}
