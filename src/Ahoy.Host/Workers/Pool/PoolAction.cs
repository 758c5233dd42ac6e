namespace Ahoy.Host.Workers.Pool;

/// <summary>One thing that a <see cref="PoolState"/> wants done.</summary>
internal readonly struct PoolAction
{
    private PoolAction(PoolActionKind kind, PoolWorker? worker, Invocation? invocation)
    {
        Kind = kind;
        Worker = worker;
        Invocation = invocation;
    }

    public PoolActionKind Kind { get; }

    /// <summary>The worker that it is about; null for <see cref="PoolActionKind.SetTimer"/>, <c>Start</c> and <c>Fail</c>.</summary>
    public PoolWorker? Worker { get; }

    /// <summary>The invocation that it is about; for <see cref="PoolActionKind.End"/> the one that ran, or null.</summary>
    public Invocation? Invocation { get; }

    /// <summary>The index by which the worker knows the Function of what is sent.</summary>
    public int FunctionIndex { get; private init; }

    /// <summary>How an invocation without a reply ended.</summary>
    public InvocationOutcome Outcome { get; private init; }

    /// <summary>What to say about an invocation without a reply, or what was wrong with a connection; null where there is nothing to say.</summary>
    public string? Text { get; private init; }

    /// <summary>The time of <see cref="PoolActionKind.SetTimer"/>; <see cref="Timeout.InfiniteTimeSpan"/> stops it.</summary>
    public TimeSpan Period { get; private init; }

    public static PoolAction Send(PoolWorker worker, Invocation invocation, int functionIndex) =>
        new(PoolActionKind.Send, worker, invocation) { FunctionIndex = functionIndex };

    public static PoolAction Configure(PoolWorker worker) => new(PoolActionKind.Configure, worker, null);

    public static PoolAction KeepReplied(PoolWorker worker, Invocation invocation) => new(PoolActionKind.KeepReplied, worker, invocation);

    public static PoolAction SetTimer(TimeSpan period) => new(PoolActionKind.SetTimer, null, null) { Period = period };

    public static PoolAction Flush(PoolWorker worker) => new(PoolActionKind.Flush, worker, null);

    public static PoolAction Start() => new(PoolActionKind.Start, null, null);

    public static PoolAction Close(PoolWorker worker) => new(PoolActionKind.Close, worker, null);

    public static PoolAction Kill(PoolWorker worker) => new(PoolActionKind.Kill, worker, null);

    public static PoolAction End(PoolWorker worker, Invocation? running, string? reason) =>
        new(PoolActionKind.End, worker, running) { Text = reason };

    public static PoolAction Drain(PoolWorker worker) => new(PoolActionKind.Drain, worker, null);

    public static PoolAction MeasureMemory(PoolWorker worker) => new(PoolActionKind.MeasureMemory, worker, null);

    public static PoolAction Fail(Invocation invocation, InvocationOutcome outcome, string? text = null) =>
        new(PoolActionKind.Fail, null, invocation) { Outcome = outcome, Text = text };
}
