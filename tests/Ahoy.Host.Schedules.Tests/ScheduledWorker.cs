using System.Buffers.Binary;
using Ahoy.Host.Workers;
using Microsoft.Coyote.Specifications;

namespace Ahoy.Host.Schedules.Tests;

/// <summary>
/// A worker whose Node is a task: it takes the frames that are flushed one after the other and answers each. The connection is read as
/// <see cref="WorkerChannel"/> reads it: under a lock of its own, then the flush, then the word that all is read.
/// </summary>
internal sealed class ScheduledWorker(PoolScenario scenario) : IWorker
{
    private readonly object _sendLock = new();
    private readonly object _receiveLock = new();
    private readonly object _nodeLock = new();
    private readonly List<byte[]> _unsent = [];
    private readonly Queue<byte[]> _received = new();
    private readonly Queue<(byte Kind, byte[] Content)> _outbox = new();
    private readonly TaskCompletionSource _exited = new();
    private IWorkerEvents? _events;
    private int _lastId;
    private bool _isConfigured;
    private bool _isDead;
    private int _isClosed;

    public Task Exited => _exited.Task;

    public int ExitCode => 1;

    public bool HasDebugger => false;

    public long WorkingSet() => 0;

    public Task<string> ReadErrorsAsync() => Task.FromResult("");

    public void OnPrinted(Action<bool, string> printed)
    {
    }

    public void Connect(IWorkerEvents events) => _events = events;

    public void Receive()
    {
        scenario.CheckUnlocked("receive");
        _ = Task.Run(WorkAndRead);
    }

    public void Enqueue(ReadOnlySpan<byte> frame)
    {
        scenario.CheckLocked("add a frame");
        var copy = frame.ToArray();
        lock (_sendLock)
        {
            _unsent.Add(copy);
        }
    }

    public void Flush()
    {
        scenario.CheckUnlocked("flush");
        if (SendUnsent())
        {
            _ = Task.Run(WorkAndRead);
        }
    }

    public void Drain()
    {
        scenario.CheckUnlocked("drain");
        Read();
    }

    public void Close()
    {
        scenario.CheckUnlocked("close");
        Die();
        TellClosed();
    }

    public void Kill()
    {
        scenario.CheckUnlocked("kill");
        Die();
        Read();
        TellClosed();
    }

    /// <summary>The process ends by itself; what it has sent can still be read.</summary>
    public void Crash()
    {
        Die();
        Read();
    }

    public void Dispose() => Specification.Assert(_exited.Task.IsCompleted, "A process was let go of that had not ended.");

    private void Die()
    {
        lock (_nodeLock)
        {
            _isDead = true;
        }

        _exited.TrySetResult();
    }

    private bool SendUnsent()
    {
        lock (_sendLock)
        {
            lock (_nodeLock)
            {
                _unsent.ForEach(_received.Enqueue);
            }

            var hasSent = _unsent.Count > 0;
            _unsent.Clear();
            return hasSent;
        }
    }

    private void WorkAndRead()
    {
        while (WorkOnce())
        {
            Read();
        }
    }

    // Takes one frame; true where it had something to say to it.
    private bool WorkOnce()
    {
        lock (_nodeLock)
        {
            while (!_isDead && _received.TryDequeue(out var frame))
            {
                if (frame[4] == WorkerFrames.ToWorker.Configure)
                {
                    Specification.Assert(!_isConfigured && _lastId == 0, "A worker was configured late or twice.");
                    _isConfigured = true;
                    continue;
                }

                var id = BinaryPrimitives.ReadInt32LittleEndian(frame.AsSpan(WorkerFrames.HeaderLength));
                Specification.Assert(_isConfigured, "An invocation came before the configuration.");
                Specification.Assert(id == _lastId + 1, $"The frame {id} came after the frame {_lastId}.");
                _lastId = id;
                var startBefore = BinaryPrimitives.ReadDoubleLittleEndian(frame.AsSpan(WorkerFrames.HeaderLength + 4));
                var isLate = startBefore != 0 && scenario.Milliseconds > startBefore;
                _outbox.Enqueue(isLate ? (WorkerFrames.FromWorker.Returned, frame[WorkerFrames.HeaderLength..][..4]) : (WorkerFrames.FromWorker.Reply, Run(frame)));
                return true;
            }

            return false;
        }
    }

    // A reply: the number, a run time, and what the request ended with.
    private byte[] Run(byte[] frame)
    {
        var content = new byte[12];
        frame.AsSpan(WorkerFrames.HeaderLength, 4).CopyTo(content);
        BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(4), 100);
        frame.AsSpan(^4).CopyTo(content.AsSpan(8));
        scenario.NoteRun(BinaryPrimitives.ReadInt32LittleEndian(frame.AsSpan(^4)));
        return content;
    }

    private void Read()
    {
        lock (_receiveLock)
        {
            while (_isClosed == 0 && TryTake(out var frame))
            {
                _events!.OnFrame(frame.Kind, frame.Content);
            }
        }

        if (SendUnsent())
        {
            _ = Task.Run(WorkAndRead);
        }

        _events!.OnDrained();
        bool isOver;
        lock (_nodeLock)
        {
            isOver = _isDead && _outbox.Count == 0;
        }

        if (isOver)
        {
            TellClosed();
        }
    }

    private bool TryTake(out (byte Kind, byte[] Content) frame)
    {
        lock (_nodeLock)
        {
            return _outbox.TryDequeue(out frame);
        }
    }

    private void TellClosed()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 0)
        {
            _events!.OnClosed(null);
        }
    }
}
