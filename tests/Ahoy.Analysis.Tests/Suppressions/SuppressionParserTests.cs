using Ahoy.Analysis.Suppressions;
using Ahoy.TestSupport.Analyzers;

namespace Ahoy.Analysis.Tests.Suppressions;

public class SuppressionParserTests
{
    /// <summary>In each text the comments are marked as c, what must be covered as in, and what must not be as out.</summary>
    [Theory]
    [InlineData("{|out:a|}\n{|c:// ahoy-disable-next-line AHOY1002|}\n{|in:b|}; {|in:c|}\n{|out:d|}")]
    [InlineData("{|out:a|}\r\n{|c:// ahoy-disable-next-line AHOY1002 -- because|}\r\n{|in:b|}\r\n{|out:c|}")]
    [InlineData("{|c:/* ahoy-disable-next-line AHOY1002 */|} {|out:a|}\n{|in:b|}\n{|out:c|}")]
    [InlineData("{|c:/* ahoy-disable-next-line\n AHOY1002 */|} {|out:a|}\n{|in:b|}\n{|out:c|}")]
    [InlineData("{|out:a|}\n{|in:b|}; {|c:// ahoy-disable-line AHOY2001, AHOY1002|}\n{|out:c|}")]
    [InlineData("{|out:a|}\n{|in:b|}; {|c:/* ahoy-disable-line AHOY1002 */|} {|in:c|}\n{|out:d|}")]
    [InlineData("{|out:a|}\n{|c:/* ahoy-disable AHOY1002 */|} {|in:b|}\n{|in:c|} {|c:/* ahoy-enable AHOY1002 */|} {|out:d|}")]
    [InlineData("{|out:a|}\n{|c:/* ahoy-disable AHOY1002 */|}\n{|in:b|}\n{|c:/* ahoy-enable */|} {|out:c|}")]
    [InlineData("{|c:/* ahoy-disable */|}\n{|in:b|}\n{|c:/* ahoy-enable */|} {|out:c|}")]
    [InlineData("{|c:/* ahoy-disable AHOY1002 -- AHOY2001 is fine */|}\n{|in:b|}\n{|c:/* ahoy-enable AHOY2001 */|} {|in:c|}")]
    [InlineData("{|c:// ahoy-disable ahoy1002|}\n{|in:b|}\n{|in:c|}")]
    [InlineData("{|c:/** AHOY-DISABLE AHOY1002 */|}\n{|in:b|}")]
    [InlineData("{|c:// ahoy-disable-next-line|}\n{|in:b|}\n{|out:c|}")]
    [InlineData("{|c:// ahoy-disabled AHOY1002|}\n{|out:b|}")]
    [InlineData("{|c:// see ahoy-disable AHOY1002|}\n{|out:b|}")]
    [InlineData("{|c:// ahoy-disable-next-line AHOY2001 -- not AHOY1002|}\n{|out:b|}")]
    [InlineData("{|c:// ahoy-disable-next-line AHOY1002|}")]
    [InlineData("{|c://|}\n{|out:b|}")]
    public void Parse_Comment_CoversItsPart(string marked)
    {
        var source = MarkedSource.Parse(marked);
        var comments = source.Spans.Where(span => span.Label == "c").Select(span => (span.Start, span.End));

        var suppressions = SuppressionParser.Parse(source.Text, comments);

        Assert.All(source.Spans.Where(span => span.Label == "in"), span => Assert.True(Covered(span)));
        Assert.All(source.Spans.Where(span => span.Label == "out"), span => Assert.False(Covered(span)));

        bool Covered(MarkedSpan span) => suppressions.Any(s => s.Names("AHOY1002") && s.Covers(span.Start));
    }

    [Fact]
    public void Parse_SeveralIds_TellsWhereEachStands()
    {
        const string Text = "// ahoy-disable-line AHOY2001, AHOY1002 -- AHOY9999";

        var suppressions = SuppressionParser.Parse(Text, [(0, Text.Length)]);

        Assert.Equal(["AHOY2001", "AHOY1002"], suppressions.Select(s => Text[s.Start..s.End]));
    }
}
