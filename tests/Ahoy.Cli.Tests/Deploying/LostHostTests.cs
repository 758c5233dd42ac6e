using System.Diagnostics;
using System.Text.RegularExpressions;
using Ahoy.Cli.Tests.Infrastructure;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Deploying;

public sealed partial class LostHostTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Host_ThatDiesInADeploy_IsWaitedForAloudAndNotForLong()
    {
        using var user = new TempFolder();
        using var project = new ToolkitProject("lost");

        // Enough of them that the host dies among the uploads.
        for (var i = 0; i < 900; i++)
        {
            project.Write($"assets/{i}.txt", $"content {i}");
        }

        var environment = new Dictionary<string, string?>
        {
            ["XDG_DATA_HOME"] = user.Path, ["LOCALAPPDATA"] = user.Path, ["HOME"] = user.Path, ["AHOY_ACCOUNT_SID"] = null, ["AHOY_AUTH_TOKEN"] = null,
        };
        var host = RunningProcess.Start(
            Dotnet.Program, ["exec", DeployHost.Program, "serve", "--data", user.Combine("data"), "--port", "0", "--api-port", "0"], user.Path, environment);
        long died;
        await using (host)
        {
            var api = Api().Match(await host.WaitForLineAsync("ahoy: ready ", s_patience)).Groups[1].Value;
            await using var deploy = RunningProcess.Start(
                Dotnet.Program, ["exec", DeployHost.Program, "deploy", "--host-url", api], project.Path, environment);
            await deploy.WaitForLineAsync("Functions and Assets: ", s_patience);
            using (var process = Process.GetProcessById(host.Id))
            {
                process.Kill();
            }

            died = Stopwatch.GetTimestamp();
            await deploy.WaitForLineAsync("is gone. Waiting for it, 10 s at most", s_patience);

            Assert.Equal(5, await deploy.WaitForExitAsync(s_patience));
            Assert.Contains("`ahoy serve`", deploy.Output, StringComparison.Ordinal);
        }

        // Ten seconds, the last try, and what a busy machine adds; the budget of other failures is two minutes.
        Assert.InRange(Stopwatch.GetElapsedTime(died), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(40));
    }

    [GeneratedRegex(@"api=(\S+) pid=")]
    private static partial Regex Api();
}
