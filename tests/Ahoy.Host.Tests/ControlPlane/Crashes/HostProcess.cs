using System.Globalization;
using System.Text.RegularExpressions;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.ControlPlane.Crashes;

/// <summary>A host in a process of its own, to be killed.</summary>
internal sealed partial class HostProcess : IAsyncDisposable
{
    private readonly RunningProcess _process;
    private bool _isKilled;

    private HostProcess(RunningProcess process, int port, Uri api)
    {
        _process = process;
        Port = port;
        Api = api;
    }

    public int Port { get; }

    public Uri Api { get; }

    public int Id => _process.Id;

    /// <summary>Starts a host on a data folder, and waits until it is ready.</summary>
    public static async Task<HostProcess> StartAsync(string folder, params string[] arguments)
    {
        var process = RunningProcess.Start(
            "dotnet",
            [
                "exec", Path.Combine(AppContext.BaseDirectory, "Ahoy.Host.dll"),
                "serve", "--data", Path.Combine(folder, "data"), "--port", "0", "--api-port", "0", "--no-logs", .. arguments,
            ],
            folder,
            new Dictionary<string, string?>
            {
                ["AHOY_ACCOUNT_SID"] = RunningControlPlane.Account.Sid,
                ["AHOY_AUTH_TOKEN"] = RunningControlPlane.Account.AuthToken,
                ["XDG_DATA_HOME"] = folder,
            });
        try
        {
            var ready = Ready().Match(await process.WaitForLineAsync("ahoy: ready ", TimeSpan.FromMinutes(1)));
            Assert.True(ready.Success, process.Output);
            return new HostProcess(process, int.Parse(ready.Groups[1].Value, CultureInfo.InvariantCulture), new Uri(ready.Groups[2].Value));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Kills it (SIGKILL), with no chance to clean up.</summary>
    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _isKilled, true) ? ValueTask.CompletedTask : _process.DisposeAsync();

    [GeneratedRegex(@"port=(\d+) api=(\S+) pid=")]
    private static partial Regex Ready();
}
