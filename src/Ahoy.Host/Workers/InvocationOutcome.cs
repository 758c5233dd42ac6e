namespace Ahoy.Host.Workers;

/// <summary>How an invocation ended.</summary>
internal enum InvocationOutcome
{
    /// <summary>The worker answered, be it with an error.</summary>
    Replied,

    /// <summary>It ran longer than the platform allows, and its worker was killed.</summary>
    TimedOut,

    /// <summary>Its worker ended while it ran.</summary>
    WorkerDied,

    /// <summary>Its worker used more memory than it is given, and was killed.</summary>
    OutOfMemory,

    /// <summary>No worker could be started.</summary>
    NoWorker,

    /// <summary>While it waited, the Service got another served Environment, which does not have the Function.</summary>
    FunctionGone,
}
