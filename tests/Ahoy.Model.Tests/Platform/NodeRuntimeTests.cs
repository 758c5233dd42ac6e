namespace Ahoy.Model.Tests.Platform;

public class NodeRuntimeTests
{
    [Theory]
    [InlineData("node22", RuntimeStatus.Accepted)]
    [InlineData("node20", RuntimeStatus.Accepted)]
    [InlineData("node18", RuntimeStatus.OnlyWhatIsDeployed)]
    [InlineData("node12", RuntimeStatus.Retired)]
    [InlineData("node24", RuntimeStatus.Unknown)]
    [InlineData("deno", RuntimeStatus.Unknown)]
    public void StatusOf_Runtime_IsThePlatforms(string runtime, RuntimeStatus status) =>
        Assert.Equal(status, NodeRuntime.StatusOf(runtime));

    [Theory]
    [InlineData("node22", 22)]
    [InlineData("node", null)]
    [InlineData("deno2", null)]
    public void MajorVersion_Name_IsItsNumber(string runtime, int? major) =>
        Assert.Equal(major, NodeRuntime.MajorVersion(runtime));

    [Theory]
    [InlineData("node20", false)]
    [InlineData("node22", true)]
    [InlineData("node24", true)]
    [InlineData("deno", false)]
    public void RequiresModulesWithAWarning_Runtime_FollowsNode(string runtime, bool expected) =>
        Assert.Equal(expected, NodeRuntime.RequiresModulesWithAWarning(runtime));
}
