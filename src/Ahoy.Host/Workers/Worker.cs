using System.Net.Sockets;

namespace Ahoy.Host.Workers;

/// <summary>A worker: its process and its connection. What runs on it is the business of the pool that has it.</summary>
internal sealed class Worker : IWorker
{
    private readonly WorkerProcess _process;
    private readonly Socket _connection;
    private WorkerChannel? _channel;

    public Worker(WorkerProcess process, Socket connection)
    {
        _process = process;
        _connection = connection;
    }

    public Task Exited => _process.Exited;

    public int ExitCode => _process.ExitCode;

    public bool HasDebugger => _process.HasDebugger;

    public long WorkingSet() => _process.WorkingSet();

    public Task<string> ReadErrorsAsync() => _process.ReadErrorsAsync();

    public void OnPrinted(Action<bool, string> printed) => _process.OnPrinted(printed);

    public void Connect(IWorkerEvents events) => _channel = new WorkerChannel(_connection, events);

    public void Receive() => _channel!.Start();

    public void Enqueue(ReadOnlySpan<byte> frame) => _channel!.Enqueue(frame);

    public void Flush() => _channel!.Flush();

    public void Drain() => _channel!.Drain();

    public void Close()
    {
        if (_channel is null)
        {
            _connection.Dispose();
        }
        else
        {
            _channel.Dispose();
        }
    }

    public void Kill()
    {
        _process.Kill();
        _channel?.Drain();
        Close();
    }

    public void Dispose() => _process.Dispose();
}
