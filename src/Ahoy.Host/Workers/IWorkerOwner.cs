namespace Ahoy.Host.Workers;

/// <summary>Who runs invocations on a worker.</summary>
internal interface IWorkerOwner
{
    /// <inheritdoc cref="IWorkerEvents.OnFrame"/>
    void OnFrame(Worker worker, byte kind, ReadOnlySpan<byte> content);

    /// <inheritdoc cref="IWorkerEvents.OnDrained"/>
    void OnDrained(Worker worker);

    /// <inheritdoc cref="IWorkerEvents.OnClosed"/>
    void OnClosed(Worker worker, string? reason);
}
