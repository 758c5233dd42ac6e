namespace Ahoy.Host.Workers.Pool;

/// <summary>Says why a worker ended, for the invocation that it ran.</summary>
internal static class WorkerExitReport
{
    // What V8 prints when the heap is full.
    private const string HeapFull = "heap out of memory";

    /// <param name="worker">A worker whose process has ended.</param>
    /// <param name="reason">What was wrong with its connection, or null where that just ended.</param>
    public static async Task<(InvocationOutcome Outcome, string Text)> CreateAsync(ConnectedWorker worker, string? reason)
    {
        switch (worker.KilledFor)
        {
            case InvocationOutcome.TimedOut:
                return (InvocationOutcome.TimedOut, "runtime application timed out processing request");
            case InvocationOutcome.OutOfMemory:
                return (InvocationOutcome.OutOfMemory, "The Function used more memory than a Function is given, and its process was ended.");
        }

        var errors = await worker.Worker.ReadErrorsAsync().ConfigureAwait(false);
        if (errors.Contains(HeapFull, StringComparison.Ordinal))
        {
            return (InvocationOutcome.OutOfMemory, "The Function used more memory than a Function is given, and its process ended.");
        }

        return (
            InvocationOutcome.WorkerDied,
            reason is null
                ? $"The Function's process ended with code {worker.Worker.ExitCode} before it answered."
                : "The host could not read what the Function's process sent, and ended the process. Nothing shows that the Function is at fault: "
                    + $"please report this as a fault of Ahoy, with what the host saw: {reason}.");
    }
}
