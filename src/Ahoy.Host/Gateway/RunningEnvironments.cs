using System.Collections.Concurrent;
using Ahoy.Host.Environments;
using Ahoy.Host.Workers;
using Ahoy.Host.Workers.Pool;
using Ahoy.Model;

namespace Ahoy.Host.Gateway;

/// <summary>The running Environments of the catalog's served Environments; each is made when its first request comes, or when it is activated.</summary>
internal sealed class RunningEnvironments : IAsyncDisposable
{
    private readonly IEnvironmentCatalog _catalog;
    private readonly WorkerReserve _reserve;
    private readonly IInvocationLog _log;
    private readonly TimeProvider _time;
    private readonly string _hostModules;
    private readonly ConcurrentDictionary<string, RunningEnvironment> _environments = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrencyLimit> _limits = new(StringComparer.Ordinal);

    public RunningEnvironments(IEnvironmentCatalog catalog, WorkerReserve reserve, IInvocationLog log, string hostModules, TimeProvider time)
    {
        _catalog = catalog;
        _reserve = reserve;
        _log = log;
        _hostModules = hostModules;
        _time = time;
        catalog.Activated += OnActivated;
        catalog.Removed += OnRemoved;
    }

    /// <summary>The running Environment that answers for a host and what it serves, or null.</summary>
    public RunningEnvironment? Find(string host, out EnvironmentRoutes? content)
    {
        if (_catalog.Find(host) is not { } served)
        {
            content = null;
            return null;
        }

        var running = Get(served);
        content = running.Serve(served);
        return running;
    }

    public async ValueTask DisposeAsync()
    {
        _catalog.Activated -= OnActivated;
        _catalog.Removed -= OnRemoved;
        await Task.WhenAll(_environments.Values.Select(running => running.DisposeAsync().AsTask())).ConfigureAwait(false);
        await _reserve.DisposeAsync().ConfigureAwait(false);
    }

    private RunningEnvironment Get(ServedEnvironment served) =>
        _environments.TryGetValue(served.EnvironmentKey, out var running)
            ? running
            : _environments.GetOrAdd(served.EnvironmentKey, static (_, x) => x.Self.Create(x.served), (Self: this, served));

    private RunningEnvironment Create(ServedEnvironment served) => new(
        served,
        new WorkerPool(served, _reserve, _log, _hostModules, _time),
        _limits.GetOrAdd(served.ServiceKey, static _ => new ConcurrencyLimit(PlatformLimits.ConcurrentInvocations)));

    private void OnActivated(ServedEnvironment served) => Get(served).Serve(served);

    private void OnRemoved(string environmentKey)
    {
        if (_environments.TryRemove(environmentKey, out var running))
        {
            _ = running.DisposeAsync().AsTask();
        }
    }
}
