using System.Text;
using Ahoy.TestSupport;
using static Ahoy.Host.Tests.ControlPlane.RunningControlPlane;

namespace Ahoy.Host.Tests.ControlPlane;

public sealed class DeploymentTests
{
    [Fact]
    public async Task Deployment_OfACompletedBuild_IsServedUnderItsDomain()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var built = await plane.CreateBuiltServiceAsync("shop");
        var environment = await plane.GetAsync($"Services/{built.Service}/Environments/{built.Environment}");
        var domain = Text(environment, "domain_name");
        Assert.Matches(@"^shop-\d{4}-dev\.localhost$", domain);
        Assert.Null(plane.Served.Find(domain));

        var deployment = await plane.PostAsync($"Services/{built.Service}/Environments/{built.Environment}/Deployments", ("BuildSid", built.Build));

        Assert.StartsWith("ZD", Text(deployment, "sid"));
        var served = plane.Served.Find(domain + ":3000");
        Assert.NotNull(served);
        Assert.Equal(built.Build, served.BuildSid);
        var function = Assert.Single(served.Build.Resources);
        Assert.Equal("/hello", function.Path);
        Assert.Contains("exports.handler", await File.ReadAllTextAsync(served.FindFile(function), TestContext.Current.CancellationToken));
        Assert.Equal(built.Build, Text(await plane.GetAsync($"Services/{built.Service}/Environments/{built.Environment}"), "build_sid"));
    }

    [Fact]
    public async Task Variable_ThatChanges_IsSeenByTheNextRequest()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var built = await plane.CreateBuiltServiceAsync("shop");
        var environment = $"Services/{built.Service}/Environments/{built.Environment}";
        await plane.PostAsync($"{environment}/Deployments", ("BuildSid", built.Build));
        var domain = Text(await plane.GetAsync(environment), "domain_name");

        var variable = Text(await plane.PostAsync($"{environment}/Variables", ("Key", "COLOUR"), ("Value", "red")), "sid");
        Assert.Equal("red", plane.Served.Find(domain)!.Variables["COLOUR"]);

        await plane.PostAsync($"{environment}/Variables/{variable}", ("Value", "blue"));
        Assert.Equal("blue", plane.Served.Find(domain)!.Variables["COLOUR"]);

        Assert.Equal(204, await plane.DeleteAsync($"{environment}/Variables/{variable}"));
        Assert.Empty(plane.Served.Find(domain)!.Variables);
    }

    [Fact]
    public async Task Host_ThatStartsAgain_ServesWhatWasDeployed()
    {
        using var folder = new TempFolder();
        string domain;
        BuiltService built;
        await using (var plane = await StartAsync(folder.Path))
        {
            built = await plane.CreateBuiltServiceAsync("shop");
            var environment = $"Services/{built.Service}/Environments/{built.Environment}";
            await plane.PostAsync($"{environment}/Variables", ("Key", "COLOUR"), ("Value", "red"));
            await plane.PostAsync($"{environment}/Deployments", ("BuildSid", built.Build));
            domain = Text(await plane.GetAsync(environment), "domain_name");
        }

        await using var again = await StartAsync(folder.Path);
        var served = again.Served.Find(domain);
        Assert.Equal(built.Build, served?.BuildSid);
        Assert.Equal("red", served?.Variables["COLOUR"]);
    }

    [Fact]
    public async Task Service_ThatIsDeleted_IsServedNoLonger()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var built = await plane.CreateBuiltServiceAsync("shop");
        var environment = $"Services/{built.Service}/Environments/{built.Environment}";
        await plane.PostAsync($"{environment}/Deployments", ("BuildSid", built.Build));
        var domain = Text(await plane.GetAsync(environment), "domain_name");
        var removed = new List<string>();
        plane.Served.Removed += removed.Add;

        Assert.Equal(204, await plane.DeleteAsync($"Services/{built.Service}"));

        Assert.Null(plane.Served.Find(domain));
        Assert.Equal([built.Environment], removed);
        Assert.Equal(20404, (await plane.GetAsync($"Services/{built.Service}"))["code"]!.GetValue<int>());
    }

    [Fact]
    public async Task PrivateAssets_WithNestedPaths_AreLaidOutSideBySide()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var service = Text(await plane.PostAsync("Services", ("UniqueName", "shop"), ("FriendlyName", "shop")), "sid");
        var versions = new List<(string, string)>();
        foreach (var path in (string[])["/data", "/data/prices.json", "/"])
        {
            var asset = Text(await plane.PostAsync($"Services/{service}/Assets", ("FriendlyName", path)), "sid");
            var version = await plane.UploadAsync(
                $"Services/{service}/Assets/{asset}/Versions", path, "private", Encoding.UTF8.GetBytes(path), "text/plain");
            versions.Add(("AssetVersions", Text(version, "sid")));
        }

        var build = Text(await plane.PostAsync($"Services/{service}/Builds", [.. versions]), "sid");
        Assert.Equal("completed", Text(await plane.WaitForBuildAsync(service, build), "status"));
        var environment = Text(await plane.PostAsync($"Services/{service}/Environments", ("UniqueName", "production")), "sid");
        await plane.PostAsync($"Services/{service}/Environments/{environment}/Deployments", ("BuildSid", build));
        var domain = Text(await plane.GetAsync($"Services/{service}/Environments/{environment}"), "domain_name");

        var served = plane.Served.Find(domain)!;
        Assert.Equal(
            ["/", "/data", "/data/prices.json"],
            served.Build.Resources.Select(r => File.ReadAllText(served.FindFile(r))));
    }
}
