using Ahoy.Host.Deployments;
using Ahoy.Host.Gateway;
using Ahoy.Host.Logs;
using Ahoy.Host.Workers;

namespace Ahoy.Host;

/// <summary>A gateway with its workers: all that serving a catalog of deployments takes.</summary>
internal sealed class ServiceHost : IAsyncDisposable
{
    private readonly SiteDirectory _sites;
    private readonly WorkerReserve _reserve;
    private readonly GatewayServer _gateway;

    public ServiceHost(IDeploymentCatalog catalog, GatewayOptions gateway, WorkerOptions workers, ILogSink log, TimeProvider time)
    {
        _reserve = new WorkerReserve(new WorkerStarter(workers, time), time);
        _sites = new SiteDirectory(catalog, _reserve, new InvocationLog(log, time), HostModules.Folder, time);
        _gateway = new GatewayServer(gateway, _sites, log, time);
    }

    /// <summary>The port of the gateway, once it is started.</summary>
    public int Port => _gateway.Port;

    /// <summary>Starts to serve; a first worker is started meanwhile.</summary>
    /// <exception cref="IOException">The port can't be used.</exception>
    /// <exception cref="WorkerStartException">No worker can be started.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        _reserve.Prepare();
        await _gateway.StartAsync(cancellation).ConfigureAwait(false);
        await _reserve.WhenPreparedAsync().ConfigureAwait(false);
    }

    /// <summary>Lets requests finish that are being answered, for a while, and ends all workers.</summary>
    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync().ConfigureAwait(false);
        await _sites.DisposeAsync().ConfigureAwait(false);
    }
}
