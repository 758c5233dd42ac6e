namespace Ahoy.Model.Tests.Baselines;

public class FingerprintsTests
{
    // The value itself: whoever changes how they are made loses every team's baseline.
    [Fact]
    public void Next_FirstOfAFile_IsWhatItAlwaysWas() => Assert.Equal("4d4e16e79ff68141", new Fingerprints("functions/a.js").Next("AHOY3001", "x();"));

    [Theory]
    [InlineData("  x( 1 );\r\n", true)]
    [InlineData("x(\t1  );", true)]
    [InlineData("x( 2 );", false)]
    [InlineData("x(1);", false)]
    public void Next_OtherWhiteSpace_IsTheSame(string text, bool isSame) =>
        Assert.Equal(isSame, new Fingerprints("a.js").Next("AHOY1", "x( 1 );") == new Fingerprints("a.js").Next("AHOY1", text));

    [Fact]
    public void Next_EqualOnesOtherRulesAndOtherFiles_Differ()
    {
        var one = new Fingerprints("a.js");
        string[] all = [one.Next("AHOY1", "x"), one.Next("AHOY1", "x"), one.Next("AHOY2", "x"), new Fingerprints("b.js").Next("AHOY1", "x")];

        Assert.Equal(all.Length, all.Distinct().Count());
    }
}
