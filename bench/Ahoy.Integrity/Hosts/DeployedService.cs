using System.Globalization;
using Ahoy.Integrity.Reports;
using Ahoy.TestSupport;

namespace Ahoy.Integrity.Hosts;

/// <summary><c>serve</c>: a Service that is deployed again and again while it is served.</summary>
internal sealed class DeployedService : IServiceUnderTest
{
    private const string AccountSid = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string AuthToken = "0123456789abcdef0123456789abcdef";

    private readonly TempFolder _folder = new();
    private ServiceDeployer _deployer = null!;

    private DeployedService()
    {
    }

    public string Name => "serve";

    public HostProcess Host { get; private set; } = null!;

    public string HostHeader => string.Create(CultureInfo.InvariantCulture, $"{_deployer.Domain}:{Host.Port}");

    public VersionWindow Versions { get; } = new();

    public LogCheck Log { get; } = new();

    public int Changes { get; private set; }

    public static async Task<DeployedService> StartAsync(string hostAssembly)
    {
        var service = new DeployedService();
        try
        {
            var folder = service._folder.Path;
            service.Host = await HostProcess.StartAsync(
                hostAssembly,
                ["serve", "--data", Path.Combine(folder, "data"), "--port", "0", "--api-port", "0"],
                new Dictionary<string, string> { ["AHOY_ACCOUNT_SID"] = AccountSid, ["AHOY_AUTH_TOKEN"] = AuthToken, ["XDG_DATA_HOME"] = folder },
                service.Log.OnLine,
                () => { }).ConfigureAwait(false);
            service._deployer = new ServiceDeployer(service.Host.Api!, AccountSid, AuthToken);
            await service._deployer.DeployAsync(1).ConfigureAwait(false);
            return service;
        }
        catch
        {
            if (service.Host is not null)
            {
                await service.Host.DisposeAsync().ConfigureAwait(false);
            }

            service._folder.Dispose();
            throw;
        }
    }

    public async Task ChangeAsync(Random random, Tally tally, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(random.Next(2000, 6000), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.IsCancellationRequested)
            {
                return;
            }

            try
            {
                await _deployer.DeployAsync(Versions.Begin()).ConfigureAwait(false);
            }
            catch (Exception e) when (e is HttpRequestException or InvalidOperationException or TaskCanceledException)
            {
                tally.Fail(Name, $"version {Versions.Newest} could not be deployed: {e.Message}");
                return;
            }

            Changes++;
            Versions.Complete();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _deployer.Dispose();
        await Host.DisposeAsync().ConfigureAwait(false);
        _folder.Dispose();
    }
}
