using System.Text.RegularExpressions;

namespace Ahoy.Model.Tests.Resources;

public sealed partial class PathRuleTests
{
    [Theory]
    [InlineData("/sms/reply")]
    [InlineData("/a.v1.2-x_y~z!=[]{}^`")]
    [InlineData("/.htaccess")]
    [InlineData("/grüße/日本")]
    [InlineData("/😀")]
    [InlineData("/...")]
    public void Validate_PathThatThePlatformTakes_IsFine(string path) => Assert.Null(PathRule.Validate(ResourceKind.Function, path));

    [Theory]
    [InlineData("", "does not start with '/'")]
    [InlineData("a", "does not start with '/'")]
    [InlineData("/a b", "has the character ' ' (a space), which no path can have")]
    [InlineData("/a+b", "has the character '+', which no path can have")]
    [InlineData("/a\\b", "has the character '\\', which no path can have")]
    [InlineData("/100%", "has the character '%', which no path can have")]
    [InlineData("/a\tb", "has the character U+0009, which no path can have")]
    [InlineData("/a\u00A0b", "has the character U+00A0, which no path can have")]
    [InlineData("/a\uFEFFb", "has the character U+FEFF, which no path can have")]
    [InlineData("/a//b", "has an empty part")]
    [InlineData("/a/", "has an empty part")]
    [InlineData("/a/../b", "has the part '..', which every client resolves before it asks")]
    [InlineData("/.", "has the part '.', which every client resolves before it asks")]
    public void Validate_PathThatThePlatformRefuses_SaysWhy(string path, string expected) =>
        Assert.Equal($"the path '{path}' {expected}", PathRule.Validate(ResourceKind.Asset, path));

    // Not as data of a theory: xunit would write them as UTF-8, which has none.
    [Fact]
    public void Validate_HalfOfACharacter_IsRefused()
    {
        foreach (var path in (string[])["/a\uD83D", "/\uDE00a", "/\uD83D\uD83D\uDE00"])
        {
            Assert.NotNull(PathRule.Validate(ResourceKind.Asset, path));
        }
    }

    [Theory]
    [InlineData(ResourceKind.Asset, true)]
    [InlineData(ResourceKind.Function, false)]
    public void Validate_Root_IsAnAssetsOnly(ResourceKind kind, bool isFine) => Assert.Equal(isFine, PathRule.Validate(kind, "/") is null);

    [Fact]
    public void Validate_Length_IsUnder256()
    {
        Assert.Null(PathRule.Validate(ResourceKind.Asset, "/" + new string('a', 254)));
        Assert.EndsWith(
            "has 256 characters, and 255 are allowed", PathRule.Validate(ResourceKind.Asset, "/" + new string('a', 255)), StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_AnyPathOfAscii_IsWhatTheToolkitsCheckSays()
    {
        var random = new Random(20261);
        for (var i = 0; i < 20_000; i++)
        {
            var path = "/" + string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => (char)random.Next(0, 128)));
            var parts = path[1..].Split('/');
            var isFine = !RefusedByTheToolkit().IsMatch(path) && !parts.Any(part => part is "" or "." or "..");

            Assert.True(isFine == PathRule.Validate(ResourceKind.Function, path) is null, path);
        }
    }

    // Control characters beside: no client can send them in a form.
    [GeneratedRegex("""[;,?:@+&$()' "#\\%<>|*\s\p{Cc}]""")]
    private static partial Regex RefusedByTheToolkit();
}
