using System.Text.Json.Nodes;
using Ahoy.Cli.Tests.Infrastructure;

namespace Ahoy.Cli.Tests.Calling;

public sealed class ServedInvokeTests(DeployHost host)
{
    [Fact]
    public async Task Invoke_ServiceOfAServingHost_FindsItsAddressAndItsToken()
    {
        using var project = new ToolkitProject("invoke-served");
        project.Write(".env", "AUTH_TOKEN=another one, which is the project's alone\n");
        project.Write("functions/sms.protected.js", "exports.handler = (context, event, callback) => callback(null, `got ${event.Body}`);\n");
        var deployed = await host.AhoyAsync(project.Path, "deploy", "-o", "json");
        Assert.True(deployed.ExitCode == 0, deployed.ToString());
        var url = $"http://{JsonNode.Parse(deployed.Output)!["domain"]}:{host.Port}";

        var result = await host.AhoyAsync(project.Path, "invoke", "/sms", "--url", url, "--signed", "--form", "Body=Ahoy");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal("got Ahoy\n", result.Output);
        var wrong = await host.AhoyAsync(project.Path, "invoke", "/sms", "--url", url, "--signed", "--env", ".env", "--form", "Body=Ahoy");
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("X-Twilio-Signature is not valid: no signature of http(s)://invoke-served-", host.Log, StringComparison.Ordinal);
        Assert.Contains("with the Auth Token of this host's account", host.Log, StringComparison.Ordinal);
    }
}
