using System.Text;
using Ahoy.Model;
using Ahoy.TestSupport;
using static Ahoy.Host.Tests.ControlPlane.RunningControlPlane;

namespace Ahoy.Host.Tests.ControlPlane;

/// <summary>What clients of the Serverless API rely on, row by row.</summary>
public sealed class ApiRowsTests
{
    [Fact]
    public async Task Deployment_OfTheBuildThatIsLive_IsAConflict_AndOfAnEarlierOneNot()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var built = await plane.CreateBuiltServiceAsync("shop");
        var deployments = $"Services/{built.Service}/Environments/{built.Environment}/Deployments";
        var second = Text(await plane.PostAsync($"Services/{built.Service}/Builds", ("FunctionVersions", built.Version)), "sid");
        await plane.WaitForBuildAsync(built.Service, second);
        await plane.PostAsync(deployments, ("BuildSid", built.Build));

        var again = await plane.PostAsync(deployments, ("BuildSid", built.Build));
        var forward = await plane.PostAsync(deployments, ("BuildSid", second));
        var back = await plane.PostAsync(deployments, ("BuildSid", built.Build));

        Assert.Equal((409, 20409), (again["status"]!.GetValue<int>(), again["code"]!.GetValue<int>()));
        Assert.StartsWith("ZD", Text(forward, "sid"));
        Assert.StartsWith("ZD", Text(back, "sid"));
        Assert.Equal(3, (await plane.GetAsync(deployments))["deployments"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("hello/there")]
    [InlineData("")]
    [InlineData("//hello")]
    public async Task Version_WithAPathThatIsNone_Is400(string path)
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var built = await plane.CreateBuiltServiceAsync("shop");

        var answer = await plane.UploadAsync($"Services/{built.Service}/Functions/{built.Function}/Versions", path, "public", "x"u8.ToArray(), "application/javascript");

        Assert.Equal((400, 20001), (answer["status"]!.GetValue<int>(), answer["code"]!.GetValue<int>()));
        Assert.Contains("Path", Text(answer, "message"));
    }

    [Fact]
    public async Task Build_Completed_NamesTheModulesThatEachBuildHas()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var built = await plane.CreateBuiltServiceAsync("shop");
        var own = Text(
            await plane.PostAsync(
                $"Services/{built.Service}/Builds", ("FunctionVersions", built.Version), ("Dependencies", """[{"name":"twilio","version":"5.0.0"},{"name":"lodash","version":"4.17.21"}]""")),
            "sid");
        await plane.WaitForBuildAsync(built.Service, own);

        var first = await DependenciesAsync(built.Build);
        var second = await DependenciesAsync(own);

        Assert.Matches(@"^twilio@\d+\.\d+\.\d+$", first[0]);
        Assert.Equal($"{PlatformModules.RuntimeHandler}@{PlatformModules.RuntimeHandlerVersion}", first[1]);
        Assert.Equal(["twilio@5.0.0", "lodash@4.17.21", first[1]], second);

        async Task<List<string>> DependenciesAsync(string build) =>
            [.. (await plane.GetAsync($"Services/{built.Service}/Builds/{build}"))["dependencies"]!.AsArray().Select(d => $"{d!["name"]}@{d["version"]}")];
    }

    [Fact]
    public async Task Build_ThatNamesNoRuntime_HasThatOfTheLastOneThatSucceeded()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var built = await plane.CreateBuiltServiceAsync("shop");
        var asset = Text(await plane.PostAsync($"Services/{built.Service}/Assets", ("FriendlyName", "/a.txt")), "sid");
        var file = Text(await plane.UploadAsync($"Services/{built.Service}/Assets/{asset}/Versions", "/a.txt", "public", "x"u8.ToArray(), "text/plain"), "sid");

        Assert.Equal(NodeRuntime.Default, await RuntimeAsync(("FunctionVersions", built.Version)));
        Assert.Equal("node20", await RuntimeAsync(("FunctionVersions", built.Version), ("Runtime", "node20")));
        Assert.Equal("node22", await RuntimeAsync(("FunctionVersions", built.Version), ("Runtime", "node22"), ("Dependencies", """[{"name":"missing","version":"1.0.0"}]""")));
        Assert.Equal("node20", await RuntimeAsync(("FunctionVersions", built.Version)));
        Assert.Equal(NodeRuntime.Default, await RuntimeAsync(("AssetVersions", file)));
        Assert.Equal(NodeRuntime.Default, await RuntimeAsync(("AssetVersions", file), ("Runtime", "node20")));
        Assert.Equal("node20", await RuntimeAsync(("FunctionVersions", built.Version), ("AssetVersions", file)));

        async Task<string> RuntimeAsync(params (string, string)[] form)
        {
            var build = await plane.PostAsync($"Services/{built.Service}/Builds", form);
            await plane.WaitForBuildAsync(built.Service, Text(build, "sid"));
            return Text(build, "runtime");
        }
    }

    [Fact]
    public async Task Answers_HaveTheirCharactersAsTheyAre()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var built = await plane.CreateBuiltServiceAsync("shop");
        var variables = $"Services/{built.Service}/Environments/{built.Environment}/Variables";
        const string Value = "+15550100 <Grüße> & 'Ahoy' 日本";

        using var form = new FormUrlEncodedContent([KeyValuePair.Create("Key", "TEXT"), KeyValuePair.Create("Value", Value)]);
        using var made = await plane.Client.PostAsync(variables, form, TestContext.Current.CancellationToken);
        string[] answers =
        [
            await made.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            await plane.Client.GetStringAsync(variables, TestContext.Current.CancellationToken),
            await (await plane.Client.GetAsync("Services/+15550100", TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
        ];

        Assert.All(answers[..2], answer => Assert.Contains(Value, answer));
        Assert.Contains("/Services/+15550100 was", answers[2]);
        Assert.Equal("application/json", made.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Variables_TogetherAtTheLimitOfTheBuildsCheck_AreTaken()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var built = await plane.CreateBuiltServiceAsync("shop");
        var variables = Enumerable.Range(0, 6).Select(i => KeyValuePair.Create($"K{i}", new string('ü', 225))).ToList();
        variables.Add(KeyValuePair.Create("K6", ""));
        var rest = PlatformLimits.VariablesJsonBytes - VariablesJson.Size(variables);
        variables[^1] = KeyValuePair.Create("K6", new string('x', rest));

        foreach (var (key, value) in variables)
        {
            var answer = await plane.PostAsync($"Services/{built.Service}/Environments/{built.Environment}/Variables", ("Key", key), ("Value", value));
            Assert.True(answer.ContainsKey("sid"), answer.ToJsonString());
        }

        Assert.Equal(PlatformLimits.VariablesJsonBytes, Encoding.UTF8.GetByteCount($"{{{string.Join(',', variables.Select(v => $"\"{v.Key}\":\"{v.Value}\""))}}}"));
    }
}
