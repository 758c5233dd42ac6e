namespace Ahoy.Host.Workers;

/// <summary>Starts workers.</summary>
internal interface IWorkerStarter : IDisposable
{
    WorkerOptions Options { get; }

    /// <summary>Starts one.</summary>
    /// <exception cref="WorkerStartException">It did not start; the message says why.</exception>
    Task<IWorker> StartAsync();
}
