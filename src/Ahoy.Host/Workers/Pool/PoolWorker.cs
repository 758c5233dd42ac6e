namespace Ahoy.Host.Workers.Pool;

/// <summary>What a pool knows about one of its workers. Changed by its <see cref="PoolState"/> only.</summary>
internal class PoolWorker
{
    private int _lastId;

    /// <summary>The invocations that were sent and have no answer, in the order they were sent: the first one runs.</summary>
    public List<Invocation> Sent { get; } = [];

    /// <summary>Since when the first of <see cref="Sent"/> has been the first, in ticks of the clock.</summary>
    public long HeadSince { get; set; }

    /// <summary>Since when it has had nothing to do, in ticks of the clock.</summary>
    public long IdleSince { get; set; }

    /// <summary>What the worker was configured with; null until it is the pool's.</summary>
    public WorkerSetup? Setup { get; set; }

    /// <summary>Whether it gets nothing more: it is about to end, or its code is out of date.</summary>
    public bool IsRetired { get; set; }

    /// <summary>Whether its connection has ended.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Whether a debugger is attached, so that time does not count.</summary>
    public bool IsDebugged { get; set; }

    /// <summary>Why it was killed, where it was.</summary>
    public InvocationOutcome? KilledFor { get; set; }

    /// <summary>The one that ran last, which late output belongs to.</summary>
    public LastRun? LastRun { get; set; }

    /// <summary>The invocation that runs or, where none does, the one that ran last.</summary>
    public LastRun? CurrentRun => Sent.Count > 0 ? RunOf(Sent[0]) : LastRun;

    /// <summary>The next number that the worker knows an invocation by.</summary>
    public int NextId() => ++_lastId;

    /// <summary>The invocation of a number, where it runs or was the last one to.</summary>
    public LastRun? FindRun(int id)
    {
        if (Sent.Count > 0 && Sent[0].Id == id)
        {
            return RunOf(Sent[0]);
        }

        return LastRun is { } last && last.Id == id ? last : null;
    }

    private static LastRun RunOf(Invocation invocation) => new(invocation.Id, invocation.Sid, invocation.Function) { Trace = invocation.Trace };
}
