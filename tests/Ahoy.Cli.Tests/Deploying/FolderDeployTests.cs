using System.Text.Json.Nodes;
using Ahoy.Cli.Tests.Infrastructure;

namespace Ahoy.Cli.Tests.Deploying;

public sealed class FolderDeployTests(DeployHost host)
{
    [Fact]
    public async Task Folder_WithoutAProjectFile_IsBuiltAndDeployed()
    {
        using var project = new ToolkitProject("folder-plain");
        project.Write(".env", "A=1\nACCOUNT_SID=ACx\n");

        var result = await DeployAsync(project);

        Assert.Equal("folder-plain", (string?)result["serviceName"]);
        Assert.Equal("hello 1", await host.GetAsync((string)result["domain"]!, "/hello"));
        Assert.Equal("a page", await host.GetAsync((string)result["domain"]!, "/page.txt"));
        Assert.False(Directory.Exists(project.Combine("bin")));
    }

    [Theory]
    [InlineData("--no-assets", 1, 0)]
    [InlineData("--no-functions", 0, 1)]
    public async Task Folder_WithoutOneKind_IsDeployedWithTheOther(string option, int functions, int assets)
    {
        using var project = new ToolkitProject("folder" + option[4..]);

        var result = await DeployAsync(project, option);

        Assert.Equal(functions, result["functions"]!.AsArray().Count);
        Assert.Equal(assets, result["assets"]!.AsArray().Count);
    }

    [Fact]
    public async Task Configuration_SaysWhatToDeployAndFromWhere()
    {
        using var project = new ToolkitProject("folder-configured");
        project.Write("lib/other.js", "exports.handler = (context, event, callback) => callback(null, 'other');\n");
        project.Write(".twilioserverlessrc", "{ functionsFolder: 'lib', commands: { deploy: { assets: false, runtime: 'node20' } } }");

        var result = await DeployAsync(project);

        Assert.Equal("/other", (string?)Assert.Single(result["functions"]!.AsArray())!["path"]);
        Assert.Empty(result["assets"]!.AsArray());
        Assert.Equal("node20", (string?)result["runtime"]);
    }

    [Fact]
    public async Task Folders_AndRuntime_AreTakenFromTheCommandLine()
    {
        using var project = new ToolkitProject("folder-options");
        project.Write("lib/other.js", "exports.handler = (context, event, callback) => callback(null, 'other');\n");

        var result = await DeployAsync(project, "--functions-folder", "lib", "--runtime", "node20", "--force");

        Assert.Equal("/other", (string?)Assert.Single(result["functions"]!.AsArray())!["path"]);
        Assert.Equal("node20", (string?)result["runtime"]);
    }

    [Fact]
    public async Task Folder_WithAWarningOfItsEnvironmentFile_SaysItOnce()
    {
        using var project = new ToolkitProject("folder-warning");
        project.Write(".env", "COLOUR=#ff0000\n");

        var result = await host.AhoyAsync(project.Path, "deploy", "--no-verify");

        Assert.Equal(1, result.Error.Split("AHOY5017").Length - 1);
    }

    [Fact]
    public async Task Folder_WithAnError_DeploysNothing()
    {
        using var project = new ToolkitProject("folder-broken");
        project.Write("assets/a,b.txt", "");

        var result = await host.AhoyAsync(project.Path, "deploy");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("assets/a,b.txt: error AHOY5005: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was deployed", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(project.Combine(".twiliodeployinfo")));
    }

    [Fact]
    public async Task Build_ThatWasBuilt_IsDeployedInPart()
    {
        using var project = new BuiltProject("part");

        var result = await host.AhoyAsync(project.Path, "deploy", "--no-functions");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("The Build has no Assets", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folders_OfAProjectWithAProjectFile_AreTheBuilds()
    {
        using var project = new ToolkitProject("with-project");
        project.Write("service.csproj", "<Project />");

        var result = await host.AhoyAsync(project.Path, "deploy", "--functions-folder", "lib");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("-p:AhoyFunctionsFolder", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LogLevel_Error_LeavesTheResultAlone()
    {
        using var project = new ToolkitProject("quiet");

        var result = await host.AhoyAsync(project.Path, "deploy", "--log-level", "error");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("", result.Error);
        Assert.Contains("Deployed quiet to quiet-", result.Output, StringComparison.Ordinal);
    }

    private async Task<JsonObject> DeployAsync(ToolkitProject project, params string[] arguments)
    {
        var result = await host.AhoyAsync(project.Path, ["deploy", .. arguments, "-o", "json"]);
        Assert.True(result.ExitCode == 0, result.ToString());
        return JsonNode.Parse(result.Output)!.AsObject();
    }
}
