namespace Ahoy.Host.Workers.Pool;

/// <summary>Where pools get workers.</summary>
internal interface IWorkerSource
{
    WorkerOptions Options { get; }

    /// <summary>Whether the pools have so many workers that none should be kept which has nothing to do.</summary>
    bool HasManyWorkers { get; }

    /// <summary>A worker, at once if there is a spare one.</summary>
    /// <exception cref="WorkerStartException">None could be started.</exception>
    /// <exception cref="ObjectDisposedException">The host is stopping.</exception>
    Task<IWorker> TakeAsync();
}
