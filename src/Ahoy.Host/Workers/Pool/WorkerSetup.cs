using Ahoy.Host.Deployments;

namespace Ahoy.Host.Workers.Pool;

/// <summary>What the workers of one deployment are set up with, and what is known by all of them.</summary>
internal sealed class WorkerSetup
{
    // A Function that makes up new places all the time must not fill the memory.
    private const int MaxNotices = 1000;

    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);
    private readonly HashSet<string> _notices = new(StringComparer.Ordinal);

    public WorkerSetup(Deployment deployment, string hostModules, OfflineSeam? offline = null)
    {
        Deployment = deployment;
        Configuration = WorkerConfiguration.Create(deployment, hostModules, offline);
        foreach (var function in WorkerConfiguration.Functions(deployment.Build))
        {
            _indices.TryAdd(function.Path, _indices.Count);
        }
    }

    public Deployment Deployment { get; }

    /// <summary>The frame that configures a worker.</summary>
    public byte[] Configuration { get; }

    /// <summary>
    /// The index by which the workers know a Function, also one that a request was routed to before this deployment
    /// came; negative where this one does not have it.
    /// </summary>
    public int IndexOf(FunctionTarget function)
    {
        if (ReferenceEquals(function.Deployment, Deployment))
        {
            return function.Index;
        }

        return _indices.TryGetValue(function.Resource.Path, out var index) ? index : -1;
    }

    /// <summary>Whether a warning has not been given yet for this deployment; from now on it has.</summary>
    public bool IsNews(string notice)
    {
        lock (_notices)
        {
            return _notices.Count < MaxNotices && _notices.Add(notice);
        }
    }
}
