using Ahoy.Host.Workers;

namespace Ahoy.Host.Tests.Workers.Pool;

/// <summary>A worker that takes what it is sent and does nothing until it is closed or killed.</summary>
internal sealed class TestWorker : IWorker
{
    private readonly TaskCompletionSource _exited = new();

    public Task Exited => _exited.Task;

    public int ExitCode => 0;

    public bool HasDebugger => false;

    public long WorkingSet() => 0;

    public Task<string> ReadErrorsAsync() => Task.FromResult("");

    public void OnPrinted(Action<bool, string> printed)
    {
    }

    public IWorkerEvents? Events { get; private set; }

    public void Connect(IWorkerEvents events) => Events = events;

    public void Receive()
    {
    }

    public void Enqueue(ReadOnlySpan<byte> frame)
    {
    }

    public void Flush()
    {
    }

    public void Drain()
    {
    }

    public void Close()
    {
        _exited.TrySetResult();
        Events?.OnClosed(null);
    }

    public void Kill() => _exited.TrySetResult();

    public void Dispose()
    {
    }
}
