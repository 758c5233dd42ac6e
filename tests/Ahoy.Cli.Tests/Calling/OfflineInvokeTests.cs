using Ahoy.Cli.Tests.Infrastructure;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Calling;

public sealed class OfflineInvokeTests
{
    [Fact]
    public async Task Invoke_SignedAndOffline_TakesTheTokenThatTheHostHasMade()
    {
        using var project = new ToolkitProject("invoke-offline");
        project.Write("functions/sms.protected.js", "exports.handler = (context, event, callback) => callback(null, `got ${event.Body}`);\n");
        await using var started = await StartedProject.StartAsync(project.Path, "--offline", "--offline-port", "0");

        var result = await InvokeAsync(project.Path, "--signed");
        var other = await InvokeAsync(project.Path, "--signed", "--url", "http://127.0.0.1:1");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal("got Ahoy\n", result.Output);
        Assert.Contains("There is no Auth Token to sign with", other.Error, StringComparison.Ordinal);
    }

    private static Task<ProcessResult> InvokeAsync(string folder, params string[] options) => ProcessRunner.RunAsync(
        Dotnet.Program,
        ["exec", DeployHost.Program, "invoke", "/sms", "--form", "Body=Ahoy", .. options],
        folder,
        new Dictionary<string, string?> { ["AHOY_AUTH_TOKEN"] = null },
        cancellationToken: TestContext.Current.CancellationToken);
}
