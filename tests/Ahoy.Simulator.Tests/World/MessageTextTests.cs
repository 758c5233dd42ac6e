using Ahoy.Simulator.World;
using CsCheck;

namespace Ahoy.Simulator.Tests.World;

public sealed class MessageTextTests
{
    public static TheoryData<string, int> Texts => new()
    {
        { string.Empty, 1 },
        { new string('a', 160), 1 },
        { new string('a', 161), 2 },
        { new string('a', 306), 2 },
        { new string('a', 307), 3 },
        { new string('€', 80), 1 },
        { new string('€', 81), 2 },
        { new string('a', 152) + "€" + new string('a', 152), 3 },
        { new string('ж', 70), 1 },
        { new string('ж', 71), 2 },
        { new string('ж', 134), 2 },
        { new string('ж', 135), 3 },
        { string.Concat(Enumerable.Repeat("😀", 35)), 1 },
        { string.Concat(Enumerable.Repeat("😀", 67)), 3 },
        { "àéÇ\n@", 1 },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Segments_AreCountedAsTheNetworkDoes(string text, int segments) => Assert.Equal(segments, MessageText.CountSegments(text));

    [Theory]
    [InlineData("Hello, World!", true)]
    [InlineData("{[~]}|^\\€", true)]
    [InlineData("ç", false)]
    [InlineData("“quoted”", false)]
    [InlineData("`", false)]
    public void Gsm_IsTheTableOfTheStandard(string text, bool isGsm) => Assert.Equal(isGsm, MessageText.IsGsm(text));

    [Fact]
    public void Segments_OfAnyText_GrowWithIt() => Gen.Select(Gen.String, Gen.String).Sample((a, b) =>
        MessageText.CountSegments(a + b) >= 1 && MessageText.CountSegments(new string('a', a.Length)) <= MessageText.CountSegments(new string('a', a.Length + b.Length)));
}
