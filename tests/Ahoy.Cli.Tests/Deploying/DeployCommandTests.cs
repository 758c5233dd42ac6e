using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Ahoy.Cli.Tests.Infrastructure;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Deploying;

public sealed class DeployCommandTests(DeployHost host)
{
    [Fact]
    public async Task Project_DeployedAgain_GoesToTheServiceThatIsRemembered()
    {
        using var project = new BuiltProject("remembered");
        var first = await DeployAsync(project.Path, "--service-name", "remembered-elsewhere");
        project.Build("two");

        var second = await DeployAsync(project.Path);

        Assert.Equal((string?)first["serviceSid"], (string?)second["serviceSid"]);
        Assert.Equal("two -", await host.GetAsync((string)second["domain"]!, "/hello"));
    }

    [Fact]
    public async Task Project_WhoseServiceIsGone_IsDeployedByName()
    {
        using var project = new BuiltProject("gone");
        var first = await DeployAsync(project.Path);
        var removed = await host.AhoyAsync(project.Path, "remove", "service", "--yes");
        Assert.Equal("Removed gone (" + first["serviceSid"] + ").\n", removed.Output);
        var list = await host.AhoyAsync(project.Path, "list");
        Assert.Equal(4, list.ExitCode);
        Assert.Contains($"The Service that .twiliodeployinfo remembers ({first["serviceSid"]}) is gone.", list.Error, StringComparison.Ordinal);

        var second = await DeployAsync(project.Path);

        Assert.NotEqual((string?)first["serviceSid"], (string?)second["serviceSid"]);
        Assert.Equal("gone", (string?)second["serviceName"]);
    }

    [Fact]
    public async Task Archives_OfTwoServices_InOneFolder_GoToTheirOwn()
    {
        using var folder = new TempFolder();
        using var shop = new BuiltProject("archive-shop");
        using var bank = new BuiltProject("archive-bank");
        folder.Write(".env", "A=not for archives");

        await DeployAsync(folder.Path, shop.Pack(folder.Combine("shop.ahoy.zip")));
        var second = await DeployAsync(folder.Path, bank.Pack(folder.Combine("bank.ahoy.zip")));

        Assert.Equal("archive-bank", (string?)second["serviceName"]);
        Assert.Equal("one -", await host.GetAsync((string)second["domain"]!, "/hello"));
    }

    [Fact]
    public async Task Project_ChangedSinceItsBuild_IsDeployedWithAWarning()
    {
        using var project = new BuiltProject("stale");
        project.Write("functions/hello.js", "exports.handler = () => {};");

        var result = await host.AhoyAsync(project.Path, "deploy");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("warning: functions/hello.js has changed since the Build was made", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HostThatIsDown_IsToldSoonAndWhatToDo()
    {
        using var project = new BuiltProject("down");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var start = Stopwatch.GetTimestamp();

        var result = await host.AhoyAsync(
            project.Path, "deploy", "--host-url", $"http://127.0.0.1:{port}", "--username", host.AccountSid, "--password", "x");

        Assert.Equal(5, result.ExitCode);
        Assert.Contains("can't be reached: Connection refused", result.Error, StringComparison.Ordinal);
        Assert.Contains("`ahoy serve`", result.Error, StringComparison.Ordinal);

        // Beyond the three seconds that a host may take to start lies only what a busy machine takes to run a command.
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(30));
    }

    private async Task<JsonObject> DeployAsync(string folder, params string[] arguments)
    {
        var result = await host.AhoyAsync(folder, ["deploy", .. arguments, "-o", "json"]);
        Assert.True(result.ExitCode == 0, result.ToString());
        return JsonNode.Parse(result.Output)!.AsObject();
    }
}
