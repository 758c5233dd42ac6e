using System.Net.Sockets;

namespace Ahoy.Host.Workers;

/// <summary>A worker: its process and its connection. What runs on it is the business of the pool that has it.</summary>
internal sealed class Worker : IWorkerEvents
{
    private readonly WorkerChannel _channel;
    private IWorkerOwner? _owner;

    public Worker(WorkerProcess process, Socket connection)
    {
        Process = process;
        _channel = new WorkerChannel(connection, this);
    }

    public WorkerProcess Process { get; }

    /// <summary>What the pool keeps about it.</summary>
    public WorkerLoad Load { get; } = new();

    /// <summary>Gives the worker to its owner, who hears of all that happens from now on. Called once.</summary>
    public void Adopt(IWorkerOwner owner)
    {
        _owner = owner;
        _channel.Start();
    }

    /// <inheritdoc cref="WorkerChannel.Enqueue"/>
    public void Enqueue(ReadOnlySpan<byte> frame) => _channel.Enqueue(frame);

    /// <inheritdoc cref="WorkerChannel.Flush"/>
    public void Flush() => _channel.Flush();

    /// <summary>Passes on all that has arrived by now.</summary>
    public void Drain() => _channel.Drain();

    /// <summary>Lets the worker end by itself: it does so when its connection ends.</summary>
    public void Close() => _channel.Dispose();

    /// <summary>Ends the worker whatever it is doing.</summary>
    public void Kill()
    {
        Process.Kill();
        _channel.Drain();
        _channel.Dispose();
    }

    void IWorkerEvents.OnFrame(byte kind, ReadOnlySpan<byte> content) => _owner!.OnFrame(this, kind, content);

    void IWorkerEvents.OnDrained() => _owner!.OnDrained(this);

    void IWorkerEvents.OnClosed(string? reason) => _owner!.OnClosed(this, reason);
}
