using Ahoy.Host.Environments;

namespace Ahoy.Host.Workers.Pool;

/// <summary>What the workers of one served Environment are set up with, and what is known by all of them.</summary>
internal sealed class WorkerSetup
{
    // A Function that makes up new places all the time must not fill the memory.
    private const int MaxNotices = 1000;

    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);
    private readonly HashSet<string> _notices = new(StringComparer.Ordinal);

    public WorkerSetup(ServedEnvironment served, string hostModules, WorkerOptions? options = null)
    {
        Served = served;
        Configuration = WorkerConfiguration.Create(served, hostModules, options);
        foreach (var function in WorkerConfiguration.Functions(served.Build))
        {
            _indices.TryAdd(function.Path, _indices.Count);
        }
    }

    public ServedEnvironment Served { get; }

    /// <summary>The frame that configures a worker.</summary>
    public byte[] Configuration { get; }

    /// <summary>
    /// The index by which the workers know a Function, also one that a request was routed to before this served Environment
    /// came; negative where this one does not have it.
    /// </summary>
    public int IndexOf(FunctionTarget function)
    {
        if (ReferenceEquals(function.Served, Served))
        {
            return function.Index;
        }

        return _indices.TryGetValue(function.Resource.Path, out var index) ? index : -1;
    }

    /// <summary>Whether a warning has not been given yet for this served Environment; from now on it has.</summary>
    public bool IsNews(string notice)
    {
        lock (_notices)
        {
            return _notices.Count < MaxNotices && _notices.Add(notice);
        }
    }
}
