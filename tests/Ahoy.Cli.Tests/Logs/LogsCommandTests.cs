using System.Text.Json.Nodes;
using Ahoy.Cli.Tests.Infrastructure;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Logs;

public sealed class LogsCommandTests(DeployHost host)
{
    [Fact]
    public async Task Line_OfAFunction_ShowsItsPath_AndAnEmptyLogSaysSo()
    {
        using var project = new ToolkitProject("logs-path");
        project.Write("functions/sms/reply.js", "exports.handler = (context, event, callback) => { console.log('from here'); callback(null, 'ok'); };\n");
        var deployed = await host.AhoyAsync(project.Path, "deploy", "-o", "json");
        var domain = (string)JsonNode.Parse(deployed.Output)!["domain"]!;

        var empty = await host.AhoyAsync(project.Path, "logs");
        Assert.Equal(0, empty.ExitCode);
        Assert.Contains("The log of dev-environment is empty so far.", empty.Error, StringComparison.Ordinal);
        var silent = await host.AhoyAsync(project.Path, "logs", "--log-level", "none");
        Assert.Equal("", silent.Error);

        await host.GetAsync(domain, "/sms/reply");
        ProcessResult? logs = null;
        for (var i = 0; i < 20 && logs?.Output.Contains("from here", StringComparison.Ordinal) is not true; i++)
        {
            logs = await host.AhoyAsync(project.Path, "logs", "--function", "/sms/reply", "--log-cache-size", "10");
        }

        Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d INFO  /sms/reply from here\n$", logs!.Output);
    }

    [Fact]
    public async Task CacheSize_ThatIsNone_IsRefused()
    {
        using var project = new ToolkitProject("logs-cache");
        await host.AhoyAsync(project.Path, "deploy");

        Assert.Equal(2, (await host.AhoyAsync(project.Path, "logs", "--log-cache-size", "0")).ExitCode);
    }
}
