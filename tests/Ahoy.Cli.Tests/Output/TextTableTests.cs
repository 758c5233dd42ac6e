using Ahoy.Host.Commands;

namespace Ahoy.Cli.Tests.Output;

/// <summary>A table holds its form whatever its cells hold.</summary>
public sealed class TextTableTests
{
    private static readonly string[] s_pieces =
        ["a", "key", " ", "\n", "\r\n", "\t", "\u001b[31m", "\u001b]0;title\a", "\b", "\u009b2J", "\u2028", "\u202E", "日本", "👩‍🚀", "ü", "e\u0301", "\\", "\\n", "[red]", "[/]", "\uD83D", "\0", "│"];

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("C:\\new", "C:\\new")]
    [InlineData("one\ntwo", "one\\ntwo")]
    [InlineData("one\\two\n", "one\\\\two\\n")]
    [InlineData("a\tb\r\n", "a\\tb\\r\\n")]
    [InlineData("\u001b[2J", "\\u001b[2J")]
    [InlineData("\u009b2J", "\\u009b2J")]
    [InlineData("gpj.\u202Eexe", "gpj.\\u202eexe")]
    [InlineData("👩‍🚀 日本", "👩‍🚀 日本")]
    public void Visible_WritesOutWhatATerminalWouldObey(string text, string expected) => Assert.Equal(expected, TextTable.Visible(text));

    [Fact]
    public void Columns_OfAKeyInSeveralLines_AreOneLineARow()
    {
        using var output = new StringWriter { NewLine = "\n" };

        TextTable.Write(["key", "value", "date"], [["CERT", "-----BEGIN\nabc\n-----END\n", "today"], ["日本", "\u001b[31mred", "now"]], output, terminalWidth: null);

        string[] lines = output.ToString().TrimEnd('\n').Split('\n');
        Assert.Equal(
            [
                "key   " + "value".PadRight(27) + "  date",
                "CERT  " + @"-----BEGIN\nabc\n-----END\n" + "  today",
                "日本  " + @"\u001b[31mred".PadRight(27) + "  now",
            ],
            lines);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(200)]
    [InlineData(60)]
    public void AnyCells_GiveNoControlCharacters_AndAsManyLinesAsRowsWhereNothingWraps(int? terminalWidth)
    {
        var random = new Random(13);
        for (var i = 0; i < 300; i++)
        {
            var rows = Enumerable.Range(0, random.Next(1, 5)).Select(_ => (string[])[Cell(random), Cell(random), "end"]).ToList();
            using var output = new StringWriter { NewLine = "\n" };

            TextTable.Write(["key", "value", "date"], rows, output, terminalWidth);

            var text = output.ToString();
            Assert.DoesNotContain(text.Replace("\n", "", StringComparison.Ordinal), c => char.IsControl(c) || c is '\u2028' or '\u202E');
            if (terminalWidth is null)
            {
                Assert.Equal(rows.Count + 1, text.Count(c => c == '\n'));
                Assert.All(text.TrimEnd('\n').Split('\n').Skip(1), line => Assert.EndsWith("end", line, StringComparison.Ordinal));
            }
        }
    }

    private static string Cell(Random random) => string.Concat(Enumerable.Range(0, random.Next(0, 6)).Select(_ => s_pieces[random.Next(s_pieces.Length)]));
}
