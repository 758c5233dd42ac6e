using Ahoy.Host.Workers;
using Ahoy.Host.Workers.Pool;

namespace Ahoy.Host.Tests.Workers.Pool;

/// <content>How the state's actions are performed.</content>
internal sealed partial class PoolSimulation
{
    // An event under the lock: the state decides, what keeps the order is done, and the rest is done later.
    private void Tell(Action tell)
    {
        tell();
        var thread = new Queue<Action>();
        foreach (var action in State.Actions)
        {
            DoUnderLock(action, thread);
        }

        State.Actions.Clear();
        if (thread.Count > 0)
        {
            _threads.Add(thread);
        }

        _invariants.Check(_period, _starts);
    }

    private void PerformNext(int choice)
    {
        if (_threads.Count == 0)
        {
            return;
        }

        var thread = _threads[choice % _threads.Count];
        thread.Dequeue()();
        if (thread.Count == 0)
        {
            _threads.Remove(thread);
        }
    }

    private void DoUnderLock(PoolAction action, Queue<Action> thread)
    {
        var worker = (SimulatedWorker?)action.Worker;
        var invocation = action.Invocation;
        switch (action.Kind)
        {
            case PoolActionKind.Send:
                Assert.False(worker!.MustGetNothing, $"{worker} got an invocation though it gets nothing more.");
                worker.Enqueue(new SimulatedRequest(invocation!, invocation!.Id, invocation.StartBefore));
                NoteFirst(worker);
                break;
            case PoolActionKind.Configure:
                break;
            case PoolActionKind.KeepReplied:
                worker!.Kept.Add(invocation!);
                break;
            case PoolActionKind.SetTimer:
                _period = action.Period;
                _nextTick = _period == Timeout.InfiniteTimeSpan ? long.MaxValue : Now + (long)(_period.TotalMilliseconds * Millisecond);
                break;
            case PoolActionKind.Start:
                _starts++;
                break;
            case PoolActionKind.Fail:
                var isFailedStart = _startFailed;
                thread.Enqueue(() => _invariants.NoteFailure(invocation!, action.Outcome, isFailedStart));
                break;
            case PoolActionKind.Flush:
                thread.Enqueue(worker!.Flush);
                break;
            case PoolActionKind.Close:
                worker!.MustGetNothing = true;
                thread.Enqueue(() => Close(worker, null));
                break;
            case PoolActionKind.Kill:
                worker!.MustGetNothing = true;
                _invariants.CheckKill(worker, Now);
                thread.Enqueue(() => Kill(worker));
                break;
            case PoolActionKind.End:
                var ran = worker!.KilledFor ?? InvocationOutcome.WorkerDied;
                thread.Enqueue(() =>
                {
                    worker.Die();
                    worker.IsEnded = true;
                    if (invocation is not null)
                    {
                        _invariants.NoteAnswer(invocation, ran, worker);
                    }
                });
                break;
            case PoolActionKind.Drain:
                thread.Enqueue(() => Drain(worker!, thread));
                break;
            case PoolActionKind.MeasureMemory:
                thread.Enqueue(() => Tell(() => State.MemoryMeasured(worker!, worker!.Memory)));
                break;
            default:
                throw new InvalidOperationException($"{action.Kind} is not known here.");
        }
    }

    private void Kill(SimulatedWorker worker)
    {
        worker.Die();
        ReadAll(worker);
        Close(worker, null);
    }

    private void Drain(SimulatedWorker worker, Queue<Action> thread)
    {
        var before = Now;
        ReadAll(worker);
        thread.Enqueue(() => Tell(() => State.TakeBack(worker, before, Now)));
    }

    private void ReadAll(SimulatedWorker worker)
    {
        while (Read(worker))
        {
        }

        worker.OwesEndOfRead = true;
        EndRead(worker);
    }
}
