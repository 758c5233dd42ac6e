using Ahoy.Host.Environments;
using Ahoy.Host.Gateway;
using Ahoy.Host.Logs;
using Ahoy.Host.Offline;
using Ahoy.Host.Page;
using Ahoy.Host.Workers;
using Ahoy.Host.Workers.Pool;

namespace Ahoy.Host;

/// <summary>A gateway with its workers: all that serving a catalog of served Environments takes.</summary>
internal sealed class ServiceHost : IAsyncDisposable
{
    private readonly RunningEnvironments _environments;
    private readonly WorkerReserve _reserve;
    private readonly GatewayServer _gateway;
    private readonly AdminServer? _admin;
    private readonly OfflineTwilio? _offline;
    private readonly PageHost? _page;

    /// <param name="catalog">What is served.</param>
    /// <param name="gateway">How.</param>
    /// <param name="workers">How workers are started.</param>
    /// <param name="log">Where log lines go; where Twilio is offline, its own log.</param>
    /// <param name="time">What time it is.</param>
    /// <param name="offline">Twilio, offline, which starts and ends with the host; null for Twilio itself.</param>
    /// <param name="page">The page, which starts and ends with the host; null where there is none.</param>
    public ServiceHost(
        IEnvironmentCatalog catalog, GatewayOptions gateway, WorkerOptions workers, ILogSink log, TimeProvider time, OfflineTwilio? offline = null, PageHost? page = null)
    {
        _offline = offline;
        _page = page;
        if (offline is not null)
        {
            workers = workers with { Offline = offline.SeamFor(() => Port) };
        }

        workers = workers with { TellsOutbound = page is not null };
        var mask = offline?.Mask ?? new LogMask();
        log = offline is null ? new MaskedLog(log, mask) : log;
        _reserve = new WorkerReserve(new WorkerStarter(workers, time), time);
        _environments = new RunningEnvironments(catalog, _reserve, new InvocationLog(log, time, page?.Journal), HostModules.Folder, time);
        _gateway = new GatewayServer(gateway, _environments, log, mask, time, page?.Journal);
        page?.Connect(_gateway.Application);
        offline?.Connect(_gateway.Application);
        _admin = gateway.AdminPort is { } adminPort ? new AdminServer(adminPort, gateway.ListensToAll) : null;
    }

    /// <summary>The port of the gateway, once it is started.</summary>
    public int Port => _gateway.Port;

    /// <summary>The port of the admin address, once it is started; null where it is closed.</summary>
    public int? AdminPort => _admin?.Port;

    /// <summary>Starts to serve; a first worker is started meanwhile.</summary>
    /// <exception cref="IOException">A port can't be used.</exception>
    /// <exception cref="WorkerStartException">No worker can be started.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        _reserve.Prepare();
        if (_admin is not null)
        {
            await _admin.StartAsync(cancellation).ConfigureAwait(false);
        }

        if (_offline is not null)
        {
            await _offline.StartAsync(cancellation).ConfigureAwait(false);
        }

        if (_page is not null)
        {
            await _page.StartAsync(cancellation).ConfigureAwait(false);
        }

        await _gateway.StartAsync(cancellation).ConfigureAwait(false);
        await _reserve.WhenPreparedAsync().ConfigureAwait(false);
        if (_reserve.Options.InspectPort is not null)
        {
            // A debugger attaches before there is a request. There is one served Environment then, whatever the host's name.
            await (_environments.Find("localhost", out _)?.Pool.PrepareAsync() ?? Task.CompletedTask).ConfigureAwait(false);
        }

        Tell(HealthState.Ready);
    }

    /// <summary>Lets requests finish that are being answered, for a while, and ends all workers.</summary>
    public async ValueTask DisposeAsync()
    {
        Tell(HealthState.Stopping);
        await _gateway.DisposeAsync().ConfigureAwait(false);
        if (_page is not null)
        {
            await _page.DisposeAsync().ConfigureAwait(false);
        }

        if (_offline is not null)
        {
            await _offline.DisposeAsync().ConfigureAwait(false);
        }

        await _environments.DisposeAsync().ConfigureAwait(false);
        if (_admin is not null)
        {
            await _admin.DisposeAsync().ConfigureAwait(false);
        }
    }

    private void Tell(HealthState state)
    {
        if (_admin is not null)
        {
            _admin.State = state;
        }
    }
}
