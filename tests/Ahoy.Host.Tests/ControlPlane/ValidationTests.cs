using System.Net;
using Ahoy.TestSupport;
using static Ahoy.Host.Tests.ControlPlane.RunningControlPlane;

namespace Ahoy.Host.Tests.ControlPlane;

public sealed class ValidationTests
{
    [Fact]
    public async Task Services_BeyondTheLimit_AreRefused()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path, o => o with { MaxServices = 1 });
        await plane.CreateBuiltServiceAsync("one");

        var answer = await plane.PostAsync("Services", ("UniqueName", "two"), ("FriendlyName", "two"));

        Assert.Equal(400, answer["status"]!.GetValue<int>());
        Assert.Contains("1 Services", Text(answer, "message"));
    }

    [Fact]
    public async Task Errors_AreToldAllAtOnce()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);

        var message = Text(await plane.PostAsync("Services", ("UniqueName", "a b"), ("UiEditable", "maybe")), "message");

        Assert.Contains("UniqueName", message);
        Assert.Contains("FriendlyName", message);
        Assert.Contains("UiEditable", message);
    }

    [Fact]
    public async Task Variables_AreHeldToTheirLimits_WithoutTellingValues()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var built = await plane.CreateBuiltServiceAsync("shop");
        var variables = $"Services/{built.Service}/Environments/{built.Environment}/Variables";

        var tooLong = Text(await plane.PostAsync(variables, ("Key", "LONG"), ("Value", new string('s', 451))), "message");
        Assert.Contains("LONG", tooLong);
        Assert.DoesNotContain("sss", tooLong);

        for (var i = 0; i < 6; i++)
        {
            Assert.StartsWith("ZV", Text(await plane.PostAsync(variables, ("Key", $"K{i}"), ("Value", new string('v', 450))), "sid"));
        }

        var tooMuch = await plane.PostAsync(variables, ("Key", "K6"), ("Value", new string('v', 450)));
        Assert.Equal(400, tooMuch["status"]!.GetValue<int>());
        Assert.Equal(409, (await plane.PostAsync(variables, ("Key", "K0"), ("Value", "x")))["status"]!.GetValue<int>());
    }

    [Fact]
    public async Task Build_WithTwoResourcesOfOnePath_FailsAndSaysWhy()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var built = await plane.CreateBuiltServiceAsync("shop");
        var asset = Text(await plane.PostAsync($"Services/{built.Service}/Assets", ("FriendlyName", "/hello")), "sid");
        var version = Text(
            await plane.UploadAsync($"Services/{built.Service}/Assets/{asset}/Versions", "/hello", "public", "x"u8.ToArray(), "text/plain"), "sid");

        var build = Text(
            await plane.PostAsync($"Services/{built.Service}/Builds", ("FunctionVersions", built.Version), ("AssetVersions", version)), "sid");
        var status = await plane.WaitForBuildAsync(built.Service, build);

        Assert.Equal("failed", Text(status, "status"));
        Assert.Contains("AHOY5001", status["errors"]![0]!.GetValue<string>());
        var refused = await plane.PostAsync($"Services/{built.Service}/Environments/{built.Environment}/Deployments", ("BuildSid", build));
        Assert.Contains("AHOY5001", Text(refused, "message"));
    }

    /// <summary>What a client sends is never the host's failure: a connection that broke off and was sent on by a proxy looks so.</summary>
    [Theory]
    [InlineData("x", "")]
    [InlineData("x", "--x\r\nContent-Disposition: form-data; name=\"Path\"\r\n\r\n/hel")]
    [InlineData("x", "--x\r\nContent-Disposition: form-data; name=\"Content\"; filename=\"a\"\r\n\r\nexports.handler")]
    [InlineData("x", "--x\r\nContent-Disposition: form-data; name=\"Other\"\r\n\r\na\r\n--x\r\nContent-Dis")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "--x--")]
    public async Task Upload_ThatIsIncomplete_IsTheCallersError(string boundary, string body)
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var built = await plane.CreateBuiltServiceAsync("shop");
        using var content = new StringContent(body);
        content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", boundary) } };

        using var response = await plane.Client.PostAsync(
            $"Services/{built.Service}/Functions/{built.Function}/Versions", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("20001", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("missing", "1.0.0", "missing")]
    [InlineData("@twilio/runtime-handler", "^1.3.0", "AHOY5009")]
    public async Task Build_WithDependenciesThatThePlatformRefuses_Fails(string module, string version, string expected)
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var built = await plane.CreateBuiltServiceAsync("shop");

        var build = Text(
            await plane.PostAsync(
                $"Services/{built.Service}/Builds",
                ("FunctionVersions", built.Version),
                ("Dependencies", $$"""[{"name":"{{module}}","version":"{{version}}"}]""")),
            "sid");

        Assert.Contains(expected, (await plane.WaitForBuildAsync(built.Service, build))["errors"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task Handler_WhichIsThePlatforms_IsNeverInstalled()
    {
        using var folder = new TempFolder();
        var installer = new FakeModuleInstaller();
        await using var plane = await StartAsync(folder.Path, installer: installer);
        var built = await plane.CreateBuiltServiceAsync("shop");

        var build = Text(
            await plane.PostAsync(
                $"Services/{built.Service}/Builds",
                ("FunctionVersions", built.Version),
                ("Dependencies", """[{"name":"@twilio/runtime-handler","version":"2.1.2"}]""")),
            "sid");

        Assert.Equal("completed", Text(await plane.WaitForBuildAsync(built.Service, build), "status"));
        Assert.Equal(0, installer.Installed);
    }

    [Fact]
    public async Task Modules_OfTheSameDependencies_AreInstalledOnce()
    {
        using var folder = new TempFolder();
        var installer = new FakeModuleInstaller();
        await using var plane = await StartAsync(folder.Path, installer: installer);
        var built = await plane.CreateBuiltServiceAsync("shop");
        for (var i = 0; i < 3; i++)
        {
            var build = Text(
                await plane.PostAsync(
                    $"Services/{built.Service}/Builds", ("FunctionVersions", built.Version), ("Dependencies", """[{"name":"lodash","version":"^4.0.0"}]""")),
                "sid");
            Assert.Equal("completed", Text(await plane.WaitForBuildAsync(built.Service, build), "status"));
        }

        Assert.Equal(1, installer.Installed);
    }

    [Theory]
    [InlineData("Runtime", "node18")]
    [InlineData("Runtime", "python3")]
    [InlineData("Dependencies", "lodash")]
    [InlineData("AssetVersions", "ZNffffffffffffffffffffffffffffffff")]
    public async Task Build_OfWhatCanNotBe_IsRefusedAtOnce(string name, string value)
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var built = await plane.CreateBuiltServiceAsync("shop");

        var answer = await plane.PostAsync($"Services/{built.Service}/Builds", ("FunctionVersions", built.Version), (name, value));

        Assert.Equal(20001, answer["code"]!.GetValue<int>());
        Assert.Contains(name, Text(answer, "message"));
    }

    [Fact]
    public async Task Function_ThatIsDeleted_GoesOnInTheBuildsThatHoldIt()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var built = await plane.CreateBuiltServiceAsync("shop");

        Assert.Equal(204, await plane.DeleteAsync($"Services/{built.Service}/Functions/{built.Function}"));

        Assert.Empty((await plane.GetAsync($"Services/{built.Service}/Functions"))["functions"]!.AsArray());
        var environment = $"Services/{built.Service}/Environments/{built.Environment}";
        await plane.PostAsync($"{environment}/Deployments", ("BuildSid", built.Build));
        var served = plane.Served.Find(Text(await plane.GetAsync(environment), "domain_name"));
        Assert.True(File.Exists(served!.FindFile(served.Build.Resources.Single())));
    }
}
