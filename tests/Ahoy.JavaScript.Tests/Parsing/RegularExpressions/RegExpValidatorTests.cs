using Ahoy.JavaScript.Parsing.RegularExpressions;
using Ahoy.TestSupport;

namespace Ahoy.JavaScript.Tests.Parsing.RegularExpressions;

public sealed class RegExpValidatorTests
{
    [Theory]
    [InlineData("a|b*?|c+|d??|e{2}|f{2,}|g{2,3}?")]
    [InlineData(@"^\b\B$")]
    [InlineData("(?=a)*(?!b){2}")]
    [InlineData("(?<=a)(?<!b)")]
    [InlineData("(?:a)(b)((c))")]
    [InlineData("a{|a{1|a{,2}|}|]")]
    [InlineData(@"\1\2(a)\10\08\777\x\x4\u\u00\u{3}\c\c1\a\-\_\k<a>")]
    [InlineData(@"[\c_\c1\c\k\d-\w\b\B\0\12-]")]
    [InlineData("[]|[^]|[-a-]|[a-\\d]")]
    [InlineData(@"(?<year>\d{4})-\k<year>")]
    [InlineData(@"\k<b>(?<b>a)")]
    [InlineData(@"(?<a>x)|(?<a>y)")]
    [InlineData(@"((?<a>x)|(?<a>y))|(?<a>z)\k<a>")]
    [InlineData(@"(?<$>a)(?<_1é\u0061\u{62}\ud83d>b)", false)]
    [InlineData(@"(?<𝒜>a)\k<𝒜>\k<\ud835\udc9c>\k<\u{1d49c}>")]
    [InlineData("(?i:a)(?-i:b)(?im-s:c)(?s-:d)")]
    [InlineData("a{99999999999999999999999,100000000000000000000000}")]
    [InlineData("a{007,8}")]
    public void Validate_WithoutFlags_FollowsAnnexB(string pattern, bool valid = true) => AssertValidity(pattern, "", valid);

    [Theory]
    [InlineData("*a")]
    [InlineData("a**")]
    [InlineData("|?")]
    [InlineData("{1}")]
    [InlineData("a|{1,}")]
    [InlineData("^*")]
    [InlineData(@"\b+")]
    [InlineData("(?<=a)*")]
    [InlineData("(?<!a){2}")]
    [InlineData("a{2,1}")]
    [InlineData("a{100000000000000000000000,99999999999999999999999}")]
    [InlineData("(")]
    [InlineData("((a)")]
    [InlineData(")")]
    [InlineData("(?")]
    [InlineData("(?a)")]
    [InlineData("(?-:a)")]
    [InlineData("(?ii:a)")]
    [InlineData("(?i-i:a)")]
    [InlineData("(?g:a)")]
    [InlineData("(?i-s-m:a)")]
    [InlineData("(?i")]
    [InlineData("(?<a")]
    [InlineData("(?<>a)")]
    [InlineData("(?<1>a)")]
    [InlineData(@"(?<\u0031>a)")]
    [InlineData(@"(?<\x61>a)")]
    [InlineData(@"(?<\ud835>a)")]
    [InlineData("(?<a>x)(?<a>y)")]
    [InlineData("(?<a>x)(?:(?<a>y)|z)")]
    [InlineData("(?:(?<a>y)|z)(?<a>x)")]
    [InlineData("(?<a>(?<a>x)|y)")]
    [InlineData(@"(?<a>x)\k<b>")]
    [InlineData(@"(?<a>x)\k<")]
    [InlineData(@"\k(?<a>x)")]
    [InlineData(@"(?<a>x)[\k]")]
    [InlineData("[b-a]")]
    [InlineData("[😀-😁]")]
    [InlineData(@"[\c-a]")]
    [InlineData("[a")]
    [InlineData("a\\")]
    [InlineData("[a\\")]
    public void Validate_WithoutFlagsAndWrong_GivesAnError(string pattern) => AssertValidity(pattern, "", false);

    [Theory]
    [InlineData(@"\u{10FFFF}\u{0}\u{00000061}\ud83d\ude00\ud83d\u0061")]
    [InlineData(@"\^\$\\\.\*\+\?\(\)\[\]\{\}\|\/")]
    [InlineData(@"[\-\b\d😀-😁\u{1F600}-\u{1F601}]")]
    [InlineData(@"\p{L}\P{Lu}\p{gc=Nd}\p{General_Category=Letter}\p{Script=Greek}\p{scx=Zyyy}\p{ASCII}\p{space}")]
    [InlineData(@"[\p{L}\P{N}]")]
    [InlineData(@"(a)\1\k<b>(?<b>c)\2")]
    [InlineData(@"\0\cA\x41")]
    [InlineData("a{1}(?:b)*")]
    public void Validate_Unicode_TakesWhatIsSpelledOut(string pattern)
    {
        AssertValidity(pattern, "u", true);
        AssertValidity("(?:" + pattern + ")|x", "giu", true);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("a{1")]
    [InlineData("}")]
    [InlineData("]")]
    [InlineData("(?=a)*")]
    [InlineData(@"\a")]
    [InlineData(@"\-")]
    [InlineData(@"\1")]
    [InlineData(@"(a)\2")]
    [InlineData(@"\00")]
    [InlineData(@"\01")]
    [InlineData(@"[\1]")]
    [InlineData(@"[\B]")]
    [InlineData(@"\c")]
    [InlineData(@"\c1")]
    [InlineData(@"[\c_]")]
    [InlineData(@"\x4")]
    [InlineData(@"\u006")]
    [InlineData(@"\u{110000}")]
    [InlineData(@"\u{}")]
    [InlineData(@"\u{61")]
    [InlineData(@"\k")]
    [InlineData(@"\k<a>")]
    [InlineData(@"[\d-a]")]
    [InlineData(@"[a-\d]")]
    [InlineData("[😁-😀]")]
    [InlineData(@"\p")]
    [InlineData(@"\p{")]
    [InlineData(@"\pL")]
    [InlineData(@"\p{}")]
    [InlineData(@"\p{l}")]
    [InlineData(@"\p{Greek}")]
    [InlineData(@"\p{Script=L}")]
    [InlineData(@"\p{ASCII=Yes}")]
    [InlineData(@"\p{RGI_Emoji}")]
    public void Validate_UnicodeAndWrong_GivesAnError(string pattern) => AssertValidity(pattern, "u", false);

    [Theory]
    [InlineData("[[a-z]&&[aeiou]]")]
    [InlineData(@"[\p{L}--[a-z]--\q{a|b}]")]
    [InlineData(@"[[a-z][^0-9]\d_\q{abc|d|}]")]
    [InlineData(@"[\q{}]")]
    [InlineData(@"[\&\-\!\#\%\,\:\;\<\=\>\@\`\~\(\{\/\|\b]")]
    [InlineData("[&!#^]")]
    [InlineData("[a^^&]", false)]
    [InlineData(@"\p{RGI_Emoji}[\p{Emoji_Keycap_Sequence}]")]
    [InlineData(@"[^\q{a|b}]")]
    [InlineData(@"[^\q{abc}&&a]")]
    [InlineData(@"[^a--\q{abc}]")]
    [InlineData("[]")]
    [InlineData("[^]")]
    public void Validate_UnicodeSets_TakesSetNotation(string pattern, bool valid = true) => AssertValidity(pattern, "v", valid);

    [Theory]
    [InlineData("[(]")]
    [InlineData("[a-]")]
    [InlineData("[-a]")]
    [InlineData("[a|b]")]
    [InlineData("[/]")]
    [InlineData("[a&&]")]
    [InlineData("[&&a]")]
    [InlineData("[a&&&b]")]
    [InlineData("[a&&b--c]")]
    [InlineData("[ab&&c]")]
    [InlineData("[a&&bc]")]
    [InlineData("[a-z&&b]")]
    [InlineData("[a--b-c]")]
    [InlineData("[a!!]")]
    [InlineData(@"[\d-a]")]
    [InlineData(@"[a-\d]")]
    [InlineData(@"[a-[b]]")]
    [InlineData("[z-a]")]
    [InlineData("[[a]")]
    [InlineData(@"[\q]")]
    [InlineData(@"[\q{a]")]
    [InlineData(@"[\q{(}]")]
    [InlineData(@"\q{a}")]
    [InlineData(@"[^\q{ab}]")]
    [InlineData(@"[^\q{}]")]
    [InlineData(@"[^\p{RGI_Emoji}]")]
    [InlineData(@"[^[\p{RGI_Emoji}--a]]")]
    [InlineData(@"[^\q{ab}&&\q{ab|cd}]")]
    [InlineData(@"\P{RGI_Emoji}")]
    [InlineData(@"[\P{Basic_Emoji}]")]
    public void Validate_UnicodeSetsAndWrong_GivesAnError(string pattern) => AssertValidity(pattern, "v", false);

    [Theory]
    [InlineData("dgimsuy", true)]
    [InlineData("v", true)]
    [InlineData("gg", false)]
    [InlineData("uv", false)]
    [InlineData("x", false)]
    [InlineData("G", false)]
    public void Validate_Flags_KnowsEachOnceAndNotBothUAndV(string flags, bool valid) => AssertValidity("a", flags, valid);

    [Theory]
    [InlineData("/ab**/", "", 4)]
    [InlineData("/a(b/", "", 2)]
    [InlineData("/[a-z]\\k<x>(?<y>)/", "", 6)]
    [InlineData("/a/ggi", "ggi", 4)]
    [InlineData("/x\\2(a)/u", "u", 2)]
    public void Validate_Wrong_TellsWhereInTheText(string literal, string flags, int offset)
    {
        var text = "x = " + literal;
        var patternEnd = text.Length - flags.Length - 1;

        Assert.False(RegExpValidator.TryValidate(text, 5, patternEnd, flags, out var errorOffset, out var message));
        Assert.Equal(4 + offset, errorOffset);
        Assert.NotEmpty(message);
    }

    [Fact]
    public void Validate_DeeplyNestedGroups_NeedsNoStack()
    {
        var pattern = new string('(', 100_000) + new string(')', 100_000);

        AssertValidity(pattern, "u", true);
        AssertValidity(pattern + ")", "u", false);
    }

    [Fact]
    public void Validate_DeeplyNestedClasses_GivesAnError()
    {
        AssertValidity(new string('[', 400) + new string(']', 400), "v", true);
        AssertValidity(new string('[', 100_000) + new string(']', 100_000), "v", false);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Validate_RandomPatterns_NeverFailsItself(int seed)
    {
        string[] parts =
        [
            "a", "é", "\ud83d\ude00", "\ud83d", "1", "0", "-", "^", "$", ".", "*", "+", "?", "{", "}", "{1}", "{2,1}", "(", ")", "(?",
            "(?<a>", "(?<a", "(?:", "(?<=", "(?i-", "[", "]", "[^", "|", "\\", "\\d", "\\1", "\\k<a>", "\\k", "\\c", "\\x4",
            "\\u", "\\u{61}", "\\u{", "\\p{L}", "\\p{", "\\q{a|b}", "\\q{", "&&", "--", "/", ",", "<", ">", ":",
        ];
        var mutator = new JavaScriptMutator(seed);
        for (var i = 0; i < 20_000; i++)
        {
            var pattern = string.Concat(Enumerable.Range(0, 1 + (i % 9)).Select(_ => mutator.Pick(parts)));
            var flags = mutator.Pick<string>(["", "u", "v", "gi", "uv"]);
            var text = $"x = /{pattern}/{flags};";
            var isValid = RegExpValidator.TryValidate(text, 5, 5 + pattern.Length, flags, out var offset, out var message);

            Assert.Equal(isValid, message.Length == 0);
            Assert.True(isValid || (offset >= 5 && offset < text.Length), text);
        }
    }

    private static void AssertValidity(string pattern, string flags, bool valid)
    {
        var text = "/" + pattern + "/" + flags;
        var isValid = RegExpValidator.TryValidate(text, 1, 1 + pattern.Length, flags, out var offset, out var message);

        Assert.True(valid == isValid, $"/{pattern}/{flags}: {message}");
        Assert.Equal(valid, message.Length == 0);
        Assert.True(valid || (offset >= 0 && offset <= text.Length), $"The offset {offset} is outside of the text.");
    }
}
