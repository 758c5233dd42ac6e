using Ahoy.Host.Deployments;
using Ahoy.Host.Workers.Pool;

namespace Ahoy.Host.Gateway;

/// <summary>An Environment that is being served: its current deployment, its workers, and its Service's limit.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private volatile SiteContent _content;

    public Site(Deployment deployment, WorkerPool pool, ConcurrencyLimit limit)
    {
        Pool = pool;
        Limit = limit;
        _content = new SiteContent(deployment, new RouteTable(deployment));
    }

    public WorkerPool Pool { get; }

    public ConcurrencyLimit Limit { get; }

    /// <summary>What is served now. One request reads it once.</summary>
    public SiteContent Content => _content;

    /// <summary>The content for a deployment: what is served already, or from now on.</summary>
    public SiteContent Serve(Deployment deployment)
    {
        var content = _content;
        if (ReferenceEquals(content.Deployment, deployment))
        {
            return content;
        }

        lock (_lock)
        {
            if (!ReferenceEquals(_content.Deployment, deployment))
            {
                var isOtherCode = _content.Deployment.CodeVersion != deployment.CodeVersion;
                _content = new SiteContent(deployment, new RouteTable(deployment));
                if (isOtherCode)
                {
                    Pool.Switch(deployment);
                }
            }

            return _content;
        }
    }

    public ValueTask DisposeAsync() => Pool.DisposeAsync();
}
