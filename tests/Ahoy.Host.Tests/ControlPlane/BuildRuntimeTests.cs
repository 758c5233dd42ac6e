using System.Text;
using Ahoy.Host.ControlPlane.Serving;
using Ahoy.TestSupport;
using static Ahoy.Host.Tests.ControlPlane.RunningControlPlane;

namespace Ahoy.Host.Tests.ControlPlane;

public sealed class BuildRuntimeTests
{
    [Fact]
    public async Task Build_WithoutARuntime_HasThatOfTheLastThatSucceeded()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var built = await plane.CreateBuiltServiceAsync("runtimes");
        Assert.Equal("node22", await RuntimeAsync(plane, built.Service, ("FunctionVersions", built.Version)));

        Assert.Equal("node20", await RuntimeAsync(plane, built.Service, ("FunctionVersions", built.Version), ("Runtime", "node20")));

        Assert.Equal("node20", await RuntimeAsync(plane, built.Service, ("FunctionVersions", built.Version)));
    }

    [Fact]
    public async Task Build_OfAssetsAlone_HasTheDefault_AndSaysNothingForTheNext()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var built = await plane.CreateBuiltServiceAsync("assets-alone");
        await RuntimeAsync(plane, built.Service, ("FunctionVersions", built.Version), ("Runtime", "node20"));
        var asset = Text(await plane.PostAsync($"Services/{built.Service}/Assets", ("FriendlyName", "/a.txt")), "sid");
        var version = Text(
            await plane.UploadAsync($"Services/{built.Service}/Assets/{asset}/Versions", "/a.txt", "public", Encoding.UTF8.GetBytes("a"), "text/plain"), "sid");

        Assert.Equal("node22", await RuntimeAsync(plane, built.Service, ("AssetVersions", version), ("Runtime", "node20")));
        Assert.Equal("node20", await RuntimeAsync(plane, built.Service, ("FunctionVersions", built.Version), ("AssetVersions", version)));
    }

    [Fact]
    public async Task Region_OfTheHost_IsThatOfWhatItServes()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path, options => options with { Region = new HostRegion("ie1", "dublin") });
        var built = await plane.CreateBuiltServiceAsync("regional");
        await plane.PostAsync($"Services/{built.Service}/Environments/{built.Environment}/Deployments", ("BuildSid", built.Build));
        var domain = Text(await plane.GetAsync($"Services/{built.Service}/Environments/{built.Environment}"), "domain_name");

        var served = plane.Served.Find(domain);

        Assert.Equal(("ie1", "dublin"), (served!.Region, served.Edge));
    }

    private static async Task<string> RuntimeAsync(RunningControlPlane plane, string service, params (string Name, string Value)[] form)
    {
        var build = await plane.PostAsync($"Services/{service}/Builds", form);
        await plane.WaitForBuildAsync(service, Text(build, "sid"));
        return Text(build, "runtime");
    }
}
