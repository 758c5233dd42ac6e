namespace Ahoy.Simulator.World;

/// <summary>A queue of callers, as the API has it.</summary>
internal sealed class CallQueue
{
    /// <summary>Its SID: QU….</summary>
    public required string Sid { get; init; }

    /// <summary>Its name.</summary>
    public required string FriendlyName { get; set; }

    /// <summary>How many may wait.</summary>
    public int MaximumSize { get; set; } = 100;

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset Updated { get; set; }

    /// <summary>Who waits, the first first.</summary>
    public List<QueueMember> Members { get; } = [];

    /// <summary>The calls that wait for somebody to wait.</summary>
    public List<ICallMachine> Takers { get; } = [];

    /// <summary>How many have left it.</summary>
    public int Left { get; set; }

    /// <summary>How long they had waited, together.</summary>
    public TimeSpan Waited { get; set; }

    /// <summary>How many seconds a caller waits on average.</summary>
    public int AverageWait => Left == 0 ? 0 : (int)(Waited.TotalSeconds / Left);
}

/// <summary>Who waits in a queue.</summary>
internal sealed class QueueMember
{
    /// <summary>The call.</summary>
    public required Call Call { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Enqueued { get; init; }

    /// <summary>What it is connected to.</summary>
    public CallBridge? Bridge { get; set; }

    /// <summary>The document that the API, or the one who takes it, gives it.</summary>
    public CallDocument? Document { get; set; }

    /// <summary>How it left: <c>bridged</c>, <c>redirected</c>, <c>leave</c>, <c>hangup</c>, <c>error</c>, <c>system-error</c>; null while it waits.</summary>
    public string? Result { get; set; }
}

/// <summary>Two calls that hear each other.</summary>
internal sealed class CallBridge
{
    /// <summary>When they began to.</summary>
    public DateTimeOffset? Started { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? Ended { get; set; }

    /// <summary>Whether it has ended.</summary>
    public bool IsOver => Ended is not null;

    /// <summary>Whoever waits on one of its sides.</summary>
    public List<ICallMachine> Sides { get; } = [];

    /// <summary>Ends it, and tells both sides.</summary>
    public void End(DateTimeOffset now)
    {
        Ended ??= now;
        foreach (var side in Sides)
        {
            side.Signal();
        }
    }
}
