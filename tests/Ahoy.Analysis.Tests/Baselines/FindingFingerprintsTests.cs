using Ahoy.Analysis.Baselines;
using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Rules;

namespace Ahoy.Analysis.Tests.Baselines;

/// <summary>What a finding is known by stays where its line moves, and changes where the line does.</summary>
public class FindingFingerprintsTests
{
    private static readonly RuleDescriptor s_rule = RuleCatalog.Descriptors[0];

    [Theory]
    [InlineData("one(first, second, third);\ntwo();", "\n// more\n\none(first, second, third);\ntwo();", true)]
    [InlineData("one(first, second, third);\ntwo();", "  one(first,\tsecond, third);\r\nother();", true)]
    [InlineData("one(first, second, third);\ntwo();", "one(first, second, fourth);\ntwo();", false)]
    public void Of_LineThatMoves_StaysTheSame(string before, string after, bool isSame) =>
        Assert.Equal(isSame, Assert.Single(Of(before, "one")) == Assert.Single(Of(after, "one")));

    [Fact]
    public void Of_ShortLine_IsKnownByTheLineAboveIt()
    {
        Assert.NotEqual(Of("if (a) {\n  return;\n}", "return"), Of("if (b) {\n  return;\n}", "return"));
        Assert.Equal(Of("if (a) {\n\n  return;\n}", "return"), Of("x();\nif (a) {\n  return;\n}", "return"));
        Assert.Single(Of("return", "return"));
    }

    [Fact]
    public void Of_EqualLines_AreNumbered()
    {
        var both = Of("one(first, second, third);\none(first, second, third);\n", "one");

        Assert.Equal(2, both.Distinct().Count());
        Assert.Equal(Of("one(first, second, third);\n", "one")[0], both[0]);
    }

    [Fact]
    public void Of_VeryLongLine_IsKnownByWhatIsNear()
    {
        var start = new string('a', 1000) + ";";
        var end = ";" + new string('b', 1000);

        Assert.Equal(Of($"{start}{new string('x', 100)};one(){end}", "one"), Of($"{start}0{start}{new string('x', 100)};one(){end}", "one"));
    }

    [Fact]
    public void Of_WholeFile_IsKnownByTheFileAlone()
    {
        var finding = new Finding(s_rule, 0, 0) { WholeFile = true };

        Assert.Equal(FindingFingerprints.Of(SourceFile.Parse("a();"), "a.js", [finding]), FindingFingerprints.Of(SourceFile.Parse("b();"), "a.js", [finding]));
        Assert.NotEqual(FindingFingerprints.Of(SourceFile.Parse("a();"), "a.js", [finding]), FindingFingerprints.Of(SourceFile.Parse("a();"), "b.js", [finding]));
    }

    private static IReadOnlyList<string> Of(string text, string reported)
    {
        var findings = new List<Finding>();
        for (var at = text.IndexOf(reported, StringComparison.Ordinal); at >= 0; at = text.IndexOf(reported, at + 1, StringComparison.Ordinal))
        {
            findings.Add(new Finding(s_rule, at, at + reported.Length));
        }

        return FindingFingerprints.Of(SourceFile.Parse(text), "functions/a.js", findings);
    }
}
