namespace Ahoy.Host.Workers.Pool;

/// <summary>The numbers that a pool decides by. Times without a unit are in ticks of the clock that the pool is told the time of.</summary>
internal sealed record PoolSettings
{
    /// <summary>Ticks of the clock in a second.</summary>
    public required long Frequency { get; init; }

    /// <summary>How many workers there can be at once that get work, those that start included.</summary>
    public required int MaxWorkers { get; init; }

    /// <summary>
    /// How many workers start at once. More processes that start side by side only take longer, each and all together; one that starts leaves its
    /// processor now and then.
    /// </summary>
    public required int StartsAtOnce { get; init; }

    /// <summary>
    /// From how many busy workers on a fast Function waits in a queue rather than take an idle worker. The gateway and its clients need the
    /// processor as well: more workers would only take it from them.
    /// </summary>
    public required int BusyEnough { get; init; }

    /// <summary>How many invocations a worker holds, the one that runs included.</summary>
    public int QueueDepth { get; init; } = 32;

    /// <summary>Until how long after it was sent a worker may begin an invocation of its queue.</summary>
    public required long QueueTime { get; init; }

    /// <summary>After what time without an answer nothing more is sent to a worker's queue.</summary>
    public required long SlowHeadTime { get; init; }

    /// <summary>How long an invocation waits for the workers that are there before others are started.</summary>
    public required long Patience { get; init; }

    /// <summary>What a worker's reading of the clock may lag behind.</summary>
    public required long ClockSlack { get; init; }

    /// <summary>How long an invocation can run; null where there is no limit.</summary>
    public required long? ExecutionTime { get; init; }

    /// <summary>How long a worker is kept that has nothing to do.</summary>
    public required long IdleTime { get; init; }

    /// <summary>How long the last one is kept; null for as long as the pool is there.</summary>
    public required long? LastIdleTime { get; init; }

    /// <summary>The memory that a worker may hold, in bytes.</summary>
    public required long MaxMemory { get; init; }

    /// <summary>The time between two measurements of the busy workers' memory.</summary>
    public required long MemoryInterval { get; init; }

    /// <summary>How often the pool looks after its workers while there is work.</summary>
    public TimeSpan BusyPeriod { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>How often it does while there is none.</summary>
    public required TimeSpan IdlePeriod { get; init; }

    public static PoolSettings Create(WorkerOptions options, long frequency, int processors) => new()
    {
        Frequency = frequency,
        MaxWorkers = options.InspectPort is null ? options.MaxWorkers : 1,
        StartsAtOnce = 2 * processors,
        BusyEnough = Math.Max(1, processors / 2),
        QueueTime = Milliseconds(20, frequency),
        SlowHeadTime = Milliseconds(5, frequency),
        Patience = Milliseconds(20, frequency),
        ClockSlack = Milliseconds(2, frequency),
        ExecutionTime = options.BreaksAtStart ? null : Ticks(options.ExecutionTime, frequency),
        IdleTime = Ticks(options.IdleTime, frequency),
        LastIdleTime = options.LastIdleTime is { } last ? Ticks(last, frequency) : null,
        MaxMemory = 1024L * 1024 * options.MemoryMegabytes,
        MemoryInterval = Milliseconds(100, frequency),
        IdlePeriod = Shortest(TimeSpan.FromSeconds(5), Shortest(options.IdleTime, options.LastIdleTime ?? options.IdleTime)),
    };

    private static TimeSpan Shortest(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static long Milliseconds(int count, long frequency) => Ticks(TimeSpan.FromMilliseconds(count), frequency);

    private static long Ticks(TimeSpan time, long frequency) => (long)(time.TotalSeconds * frequency);
}
