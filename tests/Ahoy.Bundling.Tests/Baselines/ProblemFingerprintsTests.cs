using Ahoy.Bundling.Baselines;
using Ahoy.Model;

namespace Ahoy.Bundling.Tests.Baselines;

public class ProblemFingerprintsTests
{
    [Fact]
    public void Of_MessageWithOtherNumbersAtAnotherLine_IsTheSame()
    {
        Assert.Equal(
            Of(new Problem("AHOY5007", Severity.Error, "the variable 'LONG' has 1,460 bytes", ".env", 3)),
            Of(new Problem("AHOY5007", Severity.Error, "the variable 'LONG' has 512.5 bytes", ".env", 9)));
        Assert.NotEqual(
            Of(new Problem("AHOY5007", Severity.Error, "the variable 'LONG' has 460 bytes", ".env", 3)),
            Of(new Problem("AHOY5007", Severity.Error, "the variable 'OTHER' has 460 bytes", ".env", 3)));
    }

    [Theory]
    [InlineData("AHOY5007", true)]
    [InlineData("AHOY5102", false)]
    public void IsKept_WhatKeepsTheProjectFromBeingRead_NeverIs(string id, bool expected)
    {
        var folder = Path.GetFullPath(Path.GetTempPath());
        var problem = new Problem(id, Severity.Error, "wrong", "package.json");
        var baseline = new Baseline(Path.Combine(folder, "baseline.json"), [new("package.json", id, Of(problem), "")]);

        Assert.Equal(expected, ProblemFingerprints.IsKept(baseline, problem, Of(problem), folder));
        Assert.False(ProblemFingerprints.IsKept(null, problem, Of(problem), folder));
    }

    private static string Of(Problem problem) => Assert.Single(ProblemFingerprints.Of([problem])).Fingerprint;
}
