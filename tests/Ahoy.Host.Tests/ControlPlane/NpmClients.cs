using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.ControlPlane;

/// <summary>The npm packages that speak the Serverless API, installed once beside the tests.</summary>
internal static class NpmClients
{
    private static readonly SemaphoreSlim s_installing = new(1, 1);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "ControlPlane", "Npm");

    /// <summary>Runs a script or a command of the packages with Node; what it sends to Twilio goes to the control plane.</summary>
    public static async Task<ProcessResult> RunAsync(
        RunningControlPlane plane, string script, string? folder = null, params string[] arguments)
    {
        await InstallAsync();
        return await ProcessRunner.RunAsync(
            "node",
            ["--require", Path.Combine(Folder, "redirect.js"), Path.Combine(Folder, script), .. arguments],
            folder ?? Folder,
            new Dictionary<string, string?>
            {
                ["AHOY_API"] = plane.Address.ToString().TrimEnd('/'),
                ["AHOY_ACCOUNT_SID"] = RunningControlPlane.Account.Sid,
                ["AHOY_AUTH_TOKEN"] = RunningControlPlane.Account.AuthToken,
                ["HTTP_PROXY"] = null,
                ["TWILIO_REGION"] = null,
                ["TWILIO_EDGE"] = null,
            },
            cancellationToken: TestContext.Current.CancellationToken);
    }

    private static async Task InstallAsync()
    {
        await s_installing.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
            if (installed.Exists && installed.LastWriteTimeUtc > File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
            {
                return;
            }

            var result = await ProcessRunner.RunAsync(
                "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], Folder, timeout: TimeSpan.FromMinutes(5));
            Assert.True(result.ExitCode == 0, $"npm ci: {result}");
        }
        finally
        {
            s_installing.Release();
        }
    }
}
