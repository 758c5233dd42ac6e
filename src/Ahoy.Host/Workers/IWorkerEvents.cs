namespace Ahoy.Host.Workers;

/// <summary>What a worker's connection tells the one who uses the worker.</summary>
internal interface IWorkerEvents
{
    /// <summary>A frame arrived. The bytes are gone when this returns.</summary>
    /// <exception cref="InvalidDataException">The frame is not what a worker sends.</exception>
    void OnFrame(byte kind, ReadOnlySpan<byte> content);

    /// <summary>All that had arrived was passed on; called without any lock.</summary>
    void OnDrained();

    /// <summary>The connection has ended: the worker is gone or of no use.</summary>
    /// <param name="reason">What was wrong with it, or null where it just ended.</param>
    void OnClosed(string? reason);
}
