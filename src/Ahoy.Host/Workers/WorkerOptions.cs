namespace Ahoy.Host.Workers;

/// <summary>How workers are started and what they are given.</summary>
internal sealed record WorkerOptions
{
    /// <summary>The Node binary.</summary>
    public required string NodePath { get; init; }

    /// <summary>The folder of the worker's own JavaScript.</summary>
    public string ScriptFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "Workers", "node");

    /// <summary>How long an invocation can run.</summary>
    public TimeSpan ExecutionTime { get; init; } = Model.PlatformLimits.ExecutionTime;

    /// <summary>How many workers a Service can have.</summary>
    public int MaxWorkers { get; init; } = Model.PlatformLimits.ConcurrentInvocations;

    /// <summary>The memory of one worker, in MB, with what is garbage and not collected yet; one that takes more is killed.</summary>
    public int MemoryMegabytes { get; init; } = 768;

    /// <summary>How long a worker that nobody needs is kept.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long the last worker of a Service is kept; null for as long as the host runs. A host of many Services gives it back: a Node takes
    /// tens of megabytes, and the reserve has one started for the Service that is called next.
    /// </summary>
    public TimeSpan? LastIdleTime { get; init; }

    /// <summary>How many workers of all Services there may be before those that are idle are given back at once; only where the last ones are, too.</summary>
    public int ManyWorkers { get; init; } = 32;

    /// <summary>How long a worker may take to start.</summary>
    public TimeSpan StartTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Whether a started worker without a Service is kept for the next one who needs a worker.</summary>
    public bool KeepsSpare { get; init; } = true;

    /// <summary>The port of the debugger, where it is asked for. There is one worker then.</summary>
    public int? InspectPort { get; init; }

    /// <summary>The address that the debugger's port is opened at.</summary>
    public string InspectHost { get; init; } = "127.0.0.1";

    /// <summary>Whether the first invocation waits until a debugger is attached, and stops there.</summary>
    public bool BreaksAtStart { get; init; }

    /// <summary>Where requests for Twilio are answered on this machine; null where they go to Twilio.</summary>
    public OfflineSeam? Offline { get; init; }

    /// <summary>Whether workers tell of the requests that Functions make to others.</summary>
    public bool TellsOutbound { get; init; }

    /// <summary>Whether those requests take the trace along, and are told of as spans.</summary>
    public bool Traces { get; init; }

    /// <summary>The variables of the machine that Functions see; none, unless they are asked for.</summary>
    public IReadOnlyDictionary<string, string> MachineVariables { get; init; } = new Dictionary<string, string>();
}
