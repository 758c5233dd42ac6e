using Ahoy.Bundling.Checks;
using Ahoy.Model;
using static Ahoy.Bundling.Tests.Candidates;

namespace Ahoy.Bundling.Tests.Checks;

/// <summary>What can be wrong with the Service, its variables and its runtime: AHOY5006 to 5008, 5012 and 5017.</summary>
public class ServiceCheckTests
{
    [Theory]
    [InlineData("my-service-2", true)]
    [InlineData("my_service", false)]
    [InlineData("", false)]
    public void ServiceName_FollowsTheRules(string name, bool isFine) =>
        Assert.Equal(isFine, !new ServiceNameCheck().Check(new BuildCandidate(name, NodeRuntime.Default, [])).Any());

    [Fact]
    public void ServiceName_FiftyCharacters_IsTooLong() =>
        Assert.Single(new ServiceNameCheck().Check(new BuildCandidate(new string('a', 50), NodeRuntime.Default, [])));

    [Fact]
    public void VariableLength_OverTheLimit_TellsNameAndLineAndNoValue()
    {
        var value = new string('ä', (PlatformLimits.VariableBytes / 2) + 1);
        var problem = Assert.Single(new VariableLengthCheck().Check(WithEnvironment($"FINE={new string('a', PlatformLimits.VariableBytes)}\nLONG={value}\n")));

        Assert.Equal(("AHOY5007", ".env", 2), (problem.Id, problem.File, problem.Line));
        Assert.Contains("'LONG' has 452 bytes", problem.Message);
        Assert.DoesNotContain("ä", problem.Message);
    }

    [Theory]
    [InlineData(PlatformLimits.VariablesJsonBytes, 0)]
    [InlineData(PlatformLimits.VariablesJsonBytes + 1, 1)]
    public void VariablesTotal_AsJson_HasALimit(int jsonBytes, int expected)
    {
        // {"A":"…"} is eight characters around the value; what is not deployed does not count.
        var text = $"A={new string('x', jsonBytes - 8)}\nAUTH_TOKEN={new string('y', 400)}\n";

        Assert.Equal(expected, new VariablesTotalCheck().Check(WithEnvironment(text)).Count(problem => problem.Id == "AHOY5008"));
    }

    [Fact]
    public void EnvironmentDifference_OfDotenvsVersions_WarnsWithNameAndLineAndNoValue()
    {
        var problems = new EnvironmentDifferenceCheck().Check(WithEnvironment("FINE='a#b'\nCUT=pier#7gull\n")).ToList();

        var problem = Assert.Single(problems);
        Assert.Equal(("AHOY5017", Severity.Warning, ".env", 2), (problem.Id, problem.Severity, problem.File, problem.Line));
        Assert.Contains("'CUT'", problem.Message);
        Assert.DoesNotContain("gull", problem.Message);
    }

    [Theory]
    [InlineData("node22", null)]
    [InlineData("node20", null)]
    [InlineData("node18", "only for what is deployed")]
    [InlineData("node12", "no longer accepted")]
    [InlineData("node99", "not known")]
    public void Runtime_UnknownOrOld_Warns(string runtime, string? reason)
    {
        var problems = new RuntimeCheck().Check(new BuildCandidate("service", runtime, [])).ToList();

        Assert.Equal(reason is null ? 0 : 1, problems.Count);
        Assert.All(problems, problem => Assert.Contains(reason!, problem.Message));
        Assert.All(problems, problem => Assert.Equal(runtime == "node99" ? Severity.Warning : Severity.Error, problem.Severity));
    }
}
