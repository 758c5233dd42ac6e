namespace Ahoy.Host.Workers.Pool;

/// <summary>What a pool does.</summary>
internal enum PoolActionKind
{
    /// <summary>Adds an invocation's frame to what is sent to a worker. In the order of the decisions, under the lock.</summary>
    Send,

    /// <summary>Adds the frame that tells a worker its code. In the order of the decisions, under the lock.</summary>
    Configure,

    /// <summary>Keeps an invocation that has its reply until all that has arrived is read. Under the lock.</summary>
    KeepReplied,

    /// <summary>Sets the time after which the pool is asked to look after its workers, again and again. Under the lock.</summary>
    SetTimer,

    /// <summary>Sends what was added to a worker's connection.</summary>
    Flush,

    /// <summary>Starts a worker; the answer is <see cref="PoolState.Started"/> or <see cref="PoolState.StartFailed"/>.</summary>
    Start,

    /// <summary>Closes a worker's connection, so that it ends by itself; <see cref="PoolState.Closed"/> follows.</summary>
    Close,

    /// <summary>Ends a worker whatever it is doing; <see cref="PoolState.Closed"/> follows.</summary>
    Kill,

    /// <summary>Waits for the end of a worker whose connection is closed, and answers the invocation that it ran.</summary>
    End,

    /// <summary>Reads all that a worker has sent by now, then says so with <see cref="PoolState.TakeBack"/>.</summary>
    Drain,

    /// <summary>Measures a worker's memory, then says it with <see cref="PoolState.MemoryMeasured"/>.</summary>
    MeasureMemory,

    /// <summary>Answers an invocation that has no reply.</summary>
    Fail,
}
