using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using Ahoy.Host.Logs;

namespace Ahoy.Host.Workers;

/// <content>What the workers tell the pool.</content>
internal sealed partial class WorkerPool
{
    void IWorkerOwner.OnFrame(Worker worker, byte kind, ReadOnlySpan<byte> content)
    {
        switch (kind)
        {
            case WorkerFrames.FromWorker.Reply:
                OnReply(worker, content);
                break;
            case WorkerFrames.FromWorker.Log:
                OnLog(worker, content);
                break;
            case WorkerFrames.FromWorker.Notice:
                OnNotice(worker, content);
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

    void IWorkerOwner.OnDrained(Worker worker)
    {
        Invocation[] replied;
        lock (_lock)
        {
            if (worker.Load.Replied.Count == 0)
            {
                return;
            }

            replied = [.. worker.Load.Replied];
            worker.Load.Replied.Clear();
        }

        foreach (var invocation in replied)
        {
            invocation.Complete(InvocationOutcome.Replied);
        }
    }

    void IWorkerOwner.OnClosed(Worker worker, string? reason)
    {
        var actions = default(PoolActions);
        Invocation? victim = null;
        lock (_lock)
        {
            var load = worker.Load;
            load.IsRetired = true;
            _workers.Remove(worker);
            _idle.Remove(worker);
            if (load.Sent.Count > 0)
            {
                victim = load.Sent[0];
                load.Sent.RemoveAt(0);
                ReturnAll(load);
            }

            GiveToIdle(ref actions);
            if (_pending.Count > 0 && _workers.Count + _starting == 0)
            {
                StartWorkers(1);
            }
        }

        actions.Run();
        _ = BuryAsync(worker, victim, reason);
    }

    private void OnReply(Worker worker, ReadOnlySpan<byte> content)
    {
        var id = ReadId(content);
        var now = Stopwatch.GetTimestamp();
        var actions = default(PoolActions);
        lock (_lock)
        {
            var load = worker.Load;
            if (load.Sent.Count == 0 || load.Sent[0].Id != id)
            {
                throw new InvalidDataException("it sent an answer to something that it was not asked");
            }

            var invocation = load.Sent[0];

            // First, because a reply that is too short is none: who sent the request still waits then, and is told.
            invocation.TakeReply(content[sizeof(int)..]);
            load.Sent.RemoveAt(0);
            invocation.Function.NoteRun(invocation.RunTime.TotalMilliseconds);
            load.HeadSince = now;
            load.LastRun = new LastRun(id, invocation.Sid, invocation.Function);
            load.Replied.Add(invocation);
            if (load.Sent.Count == 0)
            {
                MakeIdle(worker, now, ref actions);
            }
        }

        actions.Run();
    }

    private void OnReturned(Worker worker, int id)
    {
        var actions = default(PoolActions);
        lock (_lock)
        {
            // One that is not there was taken back already.
            var index = worker.Load.Sent.FindIndex(i => i.Id == id);
            if (index < 0)
            {
                return;
            }

            _pending.AddFirst(worker.Load.Sent[index]);
            worker.Load.Sent.RemoveAt(index);
            var now = Stopwatch.GetTimestamp();
            if (worker.Load.Sent.Count == 0)
            {
                MakeIdle(worker, now, ref actions);
            }

            GiveToIdle(ref actions);
        }

        actions.Run();
    }

    // The last that a worker says: what it has not answered by now it has not begun, and will not.
    private void OnLeaving(Worker worker)
    {
        var actions = default(PoolActions);
        lock (_lock)
        {
            worker.Load.IsRetired = true;
            _idle.Remove(worker);
            ReturnAll(worker.Load);
            GiveToIdle(ref actions);
            actions.Close(worker);
        }

        actions.Run();
    }

    private void OnLog(Worker worker, ReadOnlySpan<byte> content)
    {
        var id = ReadId(content);
        if (content.Length < 5 || content[4] > (byte)OutputLevel.Error)
        {
            throw new InvalidDataException("it sent a log line of an unknown level");
        }

        LastRun? run;
        lock (_lock)
        {
            run = RunOf(worker.Load, id) ?? worker.Load.LastRun;
        }

        _log.Write(worker.Load.Deployment!.Deployment, run, (OutputLevel)content[4], Encoding.UTF8.GetString(content[5..]));
    }

    // Each worker gives a warning once; the log needs it once from all of them. It may come when the worker has gone on to
    // others: then it stands for itself.
    private void OnNotice(Worker worker, ReadOnlySpan<byte> content)
    {
        var id = ReadId(content);
        var text = Encoding.UTF8.GetString(content[sizeof(int)..]);
        var deployment = worker.Load.Deployment!;
        LastRun? run;
        lock (_lock)
        {
            run = RunOf(worker.Load, id);
        }

        if (deployment.IsNews(text))
        {
            _log.Write(deployment.Deployment, run, OutputLevel.Warn, text);
        }
    }

    // The invocation of that number, where it runs or was the last one to.
    private static LastRun? RunOf(WorkerLoad load, int id)
    {
        if (load.Sent.Count > 0 && load.Sent[0].Id == id)
        {
            return new LastRun(id, load.Sent[0].Sid, load.Sent[0].Function);
        }

        return load.LastRun is { } last && last.Id == id ? last : null;
    }

    // What a worker did not come to goes to the front of what waits, in its order.
    private void ReturnAll(WorkerLoad load)
    {
        for (var i = load.Sent.Count - 1; i >= 0; i--)
        {
            _pending.AddFirst(load.Sent[i]);
        }

        load.Sent.Clear();
    }

    private void GiveToIdle(ref PoolActions actions)
    {
        var now = Stopwatch.GetTimestamp();
        while (_pending.Count > 0 && _idle.Count > 0)
        {
            var worker = _idle[^1];
            _idle.RemoveAt(_idle.Count - 1);
            MakeIdle(worker, now, ref actions);
        }
    }

    private static int ReadId(ReadOnlySpan<byte> content) => content.Length >= sizeof(int)
        ? BinaryPrimitives.ReadInt32LittleEndian(content)
        : throw new InvalidDataException("it sent a frame that is too short");
}
