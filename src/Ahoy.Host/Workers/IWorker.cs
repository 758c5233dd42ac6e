namespace Ahoy.Host.Workers;

/// <summary>A worker as a pool uses it: its process and its connection.</summary>
internal interface IWorker : IDisposable
{
    /// <summary>Ends when the process has.</summary>
    Task Exited { get; }

    /// <summary>The exit code of a process that has ended.</summary>
    int ExitCode { get; }

    /// <summary>Whether a debugger was seen to attach.</summary>
    bool HasDebugger { get; }

    /// <summary>The memory that the process holds, in bytes, or 0 where it has ended.</summary>
    long WorkingSet();

    /// <summary>The last lines of standard error, once it is complete.</summary>
    Task<string> ReadErrorsAsync();

    /// <summary>Sends on each line that the process prints beside its connection; the flag says whether it is standard error.</summary>
    void OnPrinted(Action<bool, string> printed);

    /// <summary>Gives the worker to who hears of all that happens on its connection. Called once, before anything is sent.</summary>
    void Connect(IWorkerEvents events);

    /// <summary>Begins to receive; returns at once.</summary>
    void Receive();

    /// <inheritdoc cref="WorkerChannel.Enqueue"/>
    void Enqueue(ReadOnlySpan<byte> frame);

    /// <inheritdoc cref="WorkerChannel.Flush"/>
    void Flush();

    /// <summary>Passes on all that has arrived by now.</summary>
    void Drain();

    /// <summary>Lets the worker end by itself: it does so when its connection ends.</summary>
    void Close();

    /// <summary>Ends the worker whatever it is doing.</summary>
    void Kill();
}
