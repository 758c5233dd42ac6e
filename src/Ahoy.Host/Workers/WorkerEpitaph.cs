namespace Ahoy.Host.Workers;

/// <summary>Says why a worker ended, for the invocation that it ran.</summary>
internal static class WorkerEpitaph
{
    // What V8 prints when the heap is full.
    private const string HeapFull = "heap out of memory";

    public static async Task<(InvocationOutcome Outcome, string Failure)> WriteAsync(Worker worker, string? reason)
    {
        switch (worker.Load.KilledFor)
        {
            case InvocationOutcome.TimedOut:
                return (InvocationOutcome.TimedOut, "runtime application timed out processing request");
            case InvocationOutcome.OutOfMemory:
                return (InvocationOutcome.OutOfMemory, "The Function used more memory than a Function is given, and its process was ended.");
        }

        var errors = await worker.Process.ReadErrorsAsync().ConfigureAwait(false);
        if (errors.Contains(HeapFull, StringComparison.Ordinal))
        {
            return (InvocationOutcome.OutOfMemory, "The Function used more memory than a Function is given, and its process ended.");
        }

        return (
            InvocationOutcome.WorkerDied,
            reason is null
                ? $"The Function's process ended with code {worker.Process.ExitCode} before it answered."
                : "The host could not read what the Function's process sent, and ended the process. Nothing shows that the Function is at fault: "
                    + $"please report this as a fault of Ahoy, with what the host saw: {reason}.");
    }
}
