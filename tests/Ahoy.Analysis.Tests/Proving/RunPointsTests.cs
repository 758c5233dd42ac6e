using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Proving;
using Ahoy.TestSupport.Analyzers;

namespace Ahoy.Analysis.Tests.Proving;

public sealed class RunPointsTests
{
    public static TheoryData<string> CaseFiles() => new(RuleCaseFile.All().Select(RuleCaseFile.IdOf));

    [Theory]
    [MemberData(nameof(CaseFiles))]
    public void Create_EachCase_StaysJavaScriptWithTheSameLines(string id)
    {
        foreach (var known in RuleCaseFile.Read(RuleCaseFile.All().Single(file => RuleCaseFile.IdOf(file) == id)))
        {
            var file = SourceFile.Parse(known.Source.Text);
            if (file.Errors.Count > 0 || known.File.EndsWith(".xml", StringComparison.Ordinal) || known.File.EndsWith(".ts", StringComparison.Ordinal))
            {
                continue;
            }

            var text = RunPoints.Create(file, 0, 0).Text;

            Assert.True(SourceFile.Parse(text).Errors.Count == 0, $"{known.Name}: {text}");
            Assert.Equal(known.Source.Text.Count(letter => letter == '\n'), text.Count(letter => letter == '\n'));
        }
    }

    [Theory]
    [InlineData("if (a) b(); else c();", "ahoy$at(0);if (a) {ahoy$at(1);b();} else {ahoy$at(2);c();}")]
    [InlineData("const f = (x) => x ? y : { z };", "ahoy$at(0);const f = (x) => (ahoy$at(1),x ? (ahoy$at(2),y) : (ahoy$at(3),{ z }));")]
    [InlineData("'use strict'\nrun() || stop()", "'use strict'\nahoy$at(0);run() || (ahoy$at(1),stop())")]
    [InlineData("for (let i = 0; i < 3; i++, next());", "ahoy$at(0);for (let i = 0; (ahoy$at(1),i < 3); (ahoy$at(2),i++, next())){ahoy$at(3);;}")]
    [InlineData("switch (a) { case 1: b()\n }", "ahoy$at(0);switch (a) { case 1: ahoy$at(1);b()\n }")]
    public void Create_EachPart_IsPreceded(string source, string expected) => Assert.Equal(expected, RunPoints.Create(SourceFile.Parse(source), 0, 0).Text);

    [Fact]
    public void At_AnArmsEnd_IsThatOfTheArm()
    {
        const string Source = "function f() { if (a) { b(); } }";
        var points = RunPoints.Create(SourceFile.Parse(Source), 10, 3);

        var number = points.At(Source.IndexOf('}', StringComparison.Ordinal));

        var point = points.Points[number!.Value - 10];
        Assert.Equal((Source.IndexOf('}', StringComparison.Ordinal), 4), (point.Start, point.Function));
        Assert.Equal(5, points.EndOfFunctions);
    }
}
