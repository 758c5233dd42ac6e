using System.Collections.Concurrent;
using Ahoy.Host.Deployments;
using Ahoy.Host.Workers;
using Ahoy.Host.Workers.Pool;
using Ahoy.Model;

namespace Ahoy.Host.Gateway;

/// <summary>The sites of the catalog's deployments; each is made when its first request comes, or when it is activated.</summary>
internal sealed class SiteDirectory : IAsyncDisposable
{
    private readonly IDeploymentCatalog _catalog;
    private readonly WorkerReserve _reserve;
    private readonly IInvocationLog _log;
    private readonly TimeProvider _time;
    private readonly string _hostModules;
    private readonly ConcurrentDictionary<string, Site> _sites = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrencyLimit> _limits = new(StringComparer.Ordinal);

    public SiteDirectory(IDeploymentCatalog catalog, WorkerReserve reserve, IInvocationLog log, string hostModules, TimeProvider time)
    {
        _catalog = catalog;
        _reserve = reserve;
        _log = log;
        _hostModules = hostModules;
        _time = time;
        catalog.Activated += OnActivated;
        catalog.Removed += OnRemoved;
    }

    /// <summary>The site that answers for a host and what it serves, or null.</summary>
    public Site? Find(string host, out SiteContent? content)
    {
        if (_catalog.Find(host) is not { } deployment)
        {
            content = null;
            return null;
        }

        var site = Get(deployment);
        content = site.Serve(deployment);
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        _catalog.Activated -= OnActivated;
        _catalog.Removed -= OnRemoved;
        await Task.WhenAll(_sites.Values.Select(site => site.DisposeAsync().AsTask())).ConfigureAwait(false);
        await _reserve.DisposeAsync().ConfigureAwait(false);
    }

    private Site Get(Deployment deployment) =>
        _sites.TryGetValue(deployment.EnvironmentKey, out var site)
            ? site
            : _sites.GetOrAdd(deployment.EnvironmentKey, static (_, x) => x.Self.Create(x.deployment), (Self: this, deployment));

    private Site Create(Deployment deployment) => new(
        deployment,
        new WorkerPool(deployment, _reserve, _log, _hostModules, _time),
        _limits.GetOrAdd(deployment.ServiceKey, static _ => new ConcurrencyLimit(PlatformLimits.ConcurrentInvocations)));

    private void OnActivated(Deployment deployment) => Get(deployment).Serve(deployment);

    private void OnRemoved(string environmentKey)
    {
        if (_sites.TryRemove(environmentKey, out var site))
        {
            _ = site.DisposeAsync().AsTask();
        }
    }
}
