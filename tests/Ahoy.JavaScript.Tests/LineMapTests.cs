namespace Ahoy.JavaScript.Tests;

public sealed class LineMapTests
{
    private const string Text = "a\nb\r\nc\rd\u2028e\u2029";

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 1)]
    [InlineData(2, 1, 0)]
    [InlineData(4, 1, 2)]
    [InlineData(5, 2, 0)]
    [InlineData(7, 3, 0)]
    [InlineData(9, 4, 0)]
    [InlineData(11, 5, 0)]
    public void PositionOf_EachLineBreak_StartsALine(int offset, int line, int column)
    {
        var map = new LineMap(Text);

        var position = map.PositionOf(offset);

        Assert.Equal((line, column), (position.Line, position.Column));
        Assert.Equal(offset, map.OffsetOf(line, column));
    }

    [Fact]
    public void Count_OfAnEmptyText_IsOne() => Assert.Equal(1, new LineMap("").Count);

    [Theory]
    [InlineData(-1)]
    [InlineData(12)]
    public void PositionOf_OutsideTheText_Throws(int offset) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LineMap(Text).PositionOf(offset));

    [Theory]
    [InlineData(6, 0)]
    [InlineData(-1, 0)]
    [InlineData(5, 1)]
    [InlineData(0, -1)]
    public void OffsetOf_OutsideTheText_Throws(int line, int column) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LineMap(Text).OffsetOf(line, column));
}
