namespace Ahoy.Host.Workers;

/// <summary>What a pool keeps about one of its workers. Used under the pool's lock only.</summary>
internal sealed class WorkerLoad
{
    private int _lastId;

    /// <summary>The invocations that were sent and have no answer, in the order they were sent: the first one runs.</summary>
    public List<Invocation> Sent { get; } = [];

    /// <summary>Since when the first of <see cref="Sent"/> has been the first, in ticks of the stopwatch.</summary>
    public long HeadSince { get; set; }

    /// <summary>Since when it has had nothing to do, in ticks of the stopwatch.</summary>
    public long IdleSince { get; set; }

    /// <summary>What the worker was configured with.</summary>
    public PoolDeployment? Deployment { get; set; }

    /// <summary>Whether it gets nothing more: it is about to end, or its code is out of date.</summary>
    public bool IsRetired { get; set; }

    /// <summary>Why it was killed, where it was.</summary>
    public InvocationOutcome? KilledFor { get; set; }

    /// <summary>The invocations that have an answer, on which it has not been passed yet.</summary>
    public List<Invocation> Replied { get; } = [];

    /// <summary>The one that ran last, which late output belongs to.</summary>
    public LastRun? LastRun { get; set; }

    public int NextId() => ++_lastId;
}
