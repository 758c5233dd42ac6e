using Ahoy.Host.Environments;
using Ahoy.Host.Workers.Pool;

namespace Ahoy.Host.Gateway;

/// <summary>An Environment that is being served: its current served Environment, its workers, and its Service's limit.</summary>
internal sealed class RunningEnvironment : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private volatile EnvironmentRoutes _content;

    public RunningEnvironment(ServedEnvironment served, WorkerPool pool, ConcurrencyLimit limit)
    {
        Pool = pool;
        Limit = limit;
        _content = new EnvironmentRoutes(served, new RouteTable(served));
    }

    public WorkerPool Pool { get; }

    public ConcurrencyLimit Limit { get; }

    /// <summary>What is served now. One request reads it once.</summary>
    public EnvironmentRoutes Content => _content;

    /// <summary>The content for a served Environment: what is served already, or from now on.</summary>
    public EnvironmentRoutes Serve(ServedEnvironment served)
    {
        var content = _content;
        if (ReferenceEquals(content.Served, served))
        {
            return content;
        }

        lock (_lock)
        {
            if (!ReferenceEquals(_content.Served, served))
            {
                var isOtherCode = _content.Served.CodeVersion != served.CodeVersion;
                _content = new EnvironmentRoutes(served, new RouteTable(served));
                if (isOtherCode)
                {
                    Pool.Switch(served);
                }
            }

            return _content;
        }
    }

    public ValueTask DisposeAsync() => Pool.DisposeAsync();
}
