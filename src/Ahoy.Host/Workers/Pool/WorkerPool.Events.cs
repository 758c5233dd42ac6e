using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using Ahoy.Host.Logs;

namespace Ahoy.Host.Workers.Pool;

/// <content>What the workers tell the pool.</content>
internal sealed partial class WorkerPool
{
    /// <inheritdoc cref="IWorkerEvents.OnFrame"/>
    internal void OnFrame(ConnectedWorker worker, byte kind, ReadOnlySpan<byte> content)
    {
        switch (kind)
        {
            case WorkerFrames.FromWorker.Reply:
                OnReply(worker, ReadId(content), content[sizeof(int)..]);
                break;
            case WorkerFrames.FromWorker.Log:
                OnLog(worker, ReadId(content), content[sizeof(int)..]);
                break;
            case WorkerFrames.FromWorker.Notice:
                OnNotice(worker, ReadId(content), content[sizeof(int)..]);
                break;
            case WorkerFrames.FromWorker.Outbound:
                OnOutbound(worker, ReadId(content), content[sizeof(int)..]);
                break;
            case WorkerFrames.FromWorker.Returned:
                OnReturned(worker, ReadId(content));
                break;
            case WorkerFrames.FromWorker.Leaving:
                OnLeaving(worker);
                break;
            default:
                throw new InvalidDataException("it sent a frame of an unknown kind");
        }
    }

    /// <inheritdoc cref="IWorkerEvents.OnDrained"/>
    internal void OnDrained(ConnectedWorker worker)
    {
        List<Invocation>? replied;
        lock (_lock)
        {
            replied = worker.TakeReplied_NeedsLock();
        }

        if (replied is null)
        {
            return;
        }

        foreach (var invocation in replied)
        {
            invocation.Complete(InvocationOutcome.Replied);
        }

        replied.Clear();
        lock (_lock)
        {
            worker.GiveBack_NeedsLock(replied);
        }
    }

    /// <inheritdoc cref="IWorkerEvents.OnClosed"/>
    internal void OnClosed(ConnectedWorker worker, string? reason)
    {
        var now = _time.GetTimestamp();
        var actions = default(PoolActions);
        lock (_lock)
        {
            _state.Closed(worker, reason, now);
            Take_NeedsLock(ref actions);
        }

        actions.PerformBy(this);
    }

    private void OnReply(ConnectedWorker worker, int id, ReadOnlySpan<byte> reply)
    {
        var runTime = Invocation.ReadRunTime(reply);
        var now = _time.GetTimestamp();
        var actions = default(PoolActions);
        lock (_lock)
        {
            var invocation = _state.Replied(worker, id, runTime, now)
                ?? throw new InvalidDataException("it sent an answer to something that it was not asked");
            invocation.TakeReply(reply);
            Take_NeedsLock(ref actions);
        }

        actions.PerformBy(this);
    }

    private void OnReturned(ConnectedWorker worker, int id)
    {
        var now = _time.GetTimestamp();
        var actions = default(PoolActions);
        lock (_lock)
        {
            _state.Returned(worker, id, now);
            Take_NeedsLock(ref actions);
        }

        actions.PerformBy(this);
    }

    private void OnLeaving(ConnectedWorker worker)
    {
        var now = _time.GetTimestamp();
        var actions = default(PoolActions);
        lock (_lock)
        {
            _state.Leaving(worker, now);
            Take_NeedsLock(ref actions);
        }

        actions.PerformBy(this);
    }

    private void OnLog(ConnectedWorker worker, int id, ReadOnlySpan<byte> content)
    {
        if (content.Length < 1 || content[0] > (byte)OutputLevel.Error)
        {
            throw new InvalidDataException("it sent a log line of an unknown level");
        }

        LastRun? run;
        lock (_lock)
        {
            run = worker.FindRun(id) ?? worker.LastRun;
        }

        _log.Write(worker.Setup!.Served, run, (OutputLevel)content[0], Encoding.UTF8.GetString(content[1..]));
    }

    // Each worker gives a warning once; the log needs it once from all of them. It may come when the worker has gone on to
    // others: then it stands for itself.
    private void OnNotice(ConnectedWorker worker, int id, ReadOnlySpan<byte> content)
    {
        var text = Encoding.UTF8.GetString(content);
        var setup = worker.Setup!;
        LastRun? run;
        lock (_lock)
        {
            run = worker.FindRun(id);
        }

        if (setup.IsNews(text))
        {
            _log.Write(setup.Served, run, OutputLevel.Warn, text);
        }
    }

    private void OnOutbound(ConnectedWorker worker, int id, ReadOnlySpan<byte> content)
    {
        LastRun? run;
        lock (_lock)
        {
            run = worker.FindRun(id);
        }

        if (run is { } own)
        {
            _log.WriteOutbound(worker.Setup!.Served, own, content);
        }
    }

    private void OnPrinted(ConnectedWorker worker, bool isError, string line)
    {
        LastRun? run;
        lock (_lock)
        {
            NoteDebugger_NeedsLock(worker);
            run = worker.CurrentRun;
        }

        _log.Write(worker.Setup!.Served, run, isError ? OutputLevel.Warn : OutputLevel.Info, line);
    }

    private void NoteDebugger_NeedsLock(ConnectedWorker worker)
    {
        Debug.Assert(Monitor.IsEntered(_lock), "The lock is needed.");
        if (worker.Worker.HasDebugger)
        {
            _state.DebuggerAttached(worker);
        }
    }

    private static int ReadId(ReadOnlySpan<byte> content) => content.Length >= sizeof(int)
        ? BinaryPrimitives.ReadInt32LittleEndian(content)
        : throw new InvalidDataException("it sent a frame that is too short");
}
