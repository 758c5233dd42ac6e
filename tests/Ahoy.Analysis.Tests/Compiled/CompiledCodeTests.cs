using Ahoy.Analysis.Engine;
using Ahoy.TestSupport.Analyzers;

namespace Ahoy.Analysis.Tests.Compiled;

/// <summary>
/// Runs the rules over what compilers, minifiers and bundlers make of the cases: code without a finding must have none afterwards, and
/// code with one keeps it where the compiler leaves enough of it.
/// </summary>
public class CompiledCodeTests(CompiledCases cases) : IClassFixture<CompiledCases>
{
    /// <summary>
    /// Of the cases that report, this share has to report the same still; the rest has lost what a rule goes by: literals, <c>async</c>, names. Of all cases the
    /// worst compiler keeps 0.853 of 516; a third of them, which CI looks at, has some percent more or fewer of the ones that are lost.
    /// </summary>
    private static double LeastShareKept => CompiledCases.AreAll ? 0.85 : 0.82;

    /// <summary>What a minifier has put in line, and what is there another thing than in the source.</summary>
    private static readonly Dictionary<string, string> s_inlined = new()
    {
        ["a function that returns a promise on some paths"] = "the promise is dropped where the function was called",
        ["a function that sometimes returns a promise"] = "the promise is dropped where the function was called",
        ["returned by a helper"] = "the promise is dropped where the function was called",
        ["a variable that gets something else too"] = "the object that is no headers stands in the condition",
    };

    public static TheoryData<string> Variants() => new(CompiledCases.Variants);

    [Theory]
    [MemberData(nameof(Variants))]
    public void CorrectCase_Compiled_HasNoFinding(string variant)
    {
        Assert.SkipWhen(cases.Missing is not null, cases.Missing ?? "");

        var wrong = new List<string>();
        var compiled = cases.Of(variant).Where(one => one.Expected.Count == 0 && !IsChanged(one, variant)).ToList();
        foreach (var one in compiled)
        {
            var findings = CompiledCases.Check(one.Case, one.Text).Where(finding => !IsOfTheCompiler(finding, variant)).ToList();
            if (findings.Count > 0)
            {
                wrong.Add($"{one.Case.Id} {one.Case.Name}: {string.Join(", ", findings)}\n{one.Text}");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {compiled.Count}:\n{string.Join("\n\n", wrong)}");
        Assert.NotEmpty(compiled);
    }

    /// <summary>TypeScript's and Babel's output to engines without <c>async</c>: nobody would notice if it were simply not looked at.</summary>
    [Theory]
    [InlineData("tsc-es5")]
    [InlineData("tsc-es2015")]
    [InlineData("esbuild-es2015")]
    [InlineData("esbuild-bundle-module")]
    [InlineData("swc-es5")]
    [InlineData("babel-regenerator")]
    [InlineData("rollup-module")]
    public void FaultyCase_Compiled_KeepsItsFinding(string variant)
    {
        Assert.SkipWhen(cases.Missing is not null, cases.Missing ?? "");

        var faulty = cases.Of(variant).Where(one => one.Case.Reports && one.Expected.Contains(one.Case.Id) && !IsAboutSyntax(one.Case)).ToList();
        var lost = faulty.Where(one => !CompiledCases.Check(one.Case, one.Text).Any(finding => finding.Rule.Id == one.Case.Id)).ToList();

        Assert.NotEmpty(faulty);
        Assert.True(
            faulty.Count - lost.Count >= LeastShareKept * faulty.Count,
            $"{lost.Count} of {faulty.Count} are lost:\n{string.Join('\n', lost.Select(one => $"{one.Case.Id} {one.Case.Name}"))}");
    }

    /// <summary>Whether what is wrong is how something is written, which a compiler changes: keywords, module syntax, comments.</summary>
    private static bool IsAboutSyntax(RuleCase @case) => @case.Id.StartsWith("AHOY0", StringComparison.Ordinal) || @case.Id is "AHOY1006" or "AHOY2002" or "AHOY2004" or "AHOY2006"
        || (@case.Id == "AHOY1003" && @case.Name.StartsWith("an async function that answers", StringComparison.Ordinal));

    /// <summary>Whether the compiler makes something else of the code: it drops comments, <c>void</c>, and what is called once.</summary>
    private static bool IsChanged(CompiledCase one, string variant)
    {
        var text = one.Case.Source.Text;
        var isMinified = variant.Contains("minified", StringComparison.Ordinal) || variant == "webpack-production";
        return text.Contains("ahoy-", StringComparison.Ordinal)
            || (isMinified && (text.Contains("void ", StringComparison.Ordinal) || s_inlined.ContainsKey(one.Case.Name)));
    }

    /// <summary>What is true of the output: its helpers are a package of their own, and a <c>require</c> that was an <c>import()</c> can't load a module.</summary>
    private static bool IsOfTheCompiler(Finding finding, string variant) =>
        finding.Rule.Id == "AHOY4006" || (finding.Rule.Id == "AHOY4005" && variant.Contains("tslib", StringComparison.Ordinal) && finding.Message.Contains("'tslib'", StringComparison.Ordinal));
}
