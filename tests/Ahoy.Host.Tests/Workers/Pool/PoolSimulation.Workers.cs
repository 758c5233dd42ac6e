using Ahoy.Host.Workers;

namespace Ahoy.Host.Tests.Workers.Pool;

/// <content>What workers do, and what is read from their connections.</content>
internal sealed partial class PoolSimulation
{
    private void DoWith(SimulatedWorker? worker, HistoryStep step)
    {
        if (worker is null)
        {
            return;
        }

        switch (step.Kind)
        {
            case HistoryStepKind.BeginNext:
                BeginNext(worker);
                break;
            case HistoryStepKind.Finish:
                // Most runs are fast ones.
                worker.Finish(TimeSpan.FromMilliseconds(step.B < 80 ? 0.2 : step.B));
                BeginNext(worker);
                break;
            case HistoryStepKind.Read:
                Read(worker);
                break;
            case HistoryStepKind.EndRead:
                EndRead(worker);
                break;
            case HistoryStepKind.Die:
                worker.Die();
                break;
            case HistoryStepKind.BreakConnection:
                Close(worker, "nonsense");
                break;
            case HistoryStepKind.Leave:
                worker.Leave();
                break;
            case HistoryStepKind.HoldBack:
                if (worker.IsProcessAlive && worker.Running is { } request)
                {
                    _invariants.TakeBegin(request.Invocation);
                    worker.GiveBackRunning();
                }

                break;
            case HistoryStepKind.GrowMemory:
                worker.Memory = 10 * 1024 * 1024;
                break;
            case HistoryStepKind.AttachDebugger:
                Tell(() => State.DebuggerAttached(worker));
                break;
            default:
                throw new InvalidOperationException($"{step.Kind} is done elsewhere.");
        }
    }

    private void BeginNext(SimulatedWorker worker)
    {
        if (worker.BeginNext(Now) is { } request)
        {
            _invariants.NoteBegin(request.Invocation, worker);
        }
    }

    // Reads one frame; other things can happen before the next one is read. A dead worker's connection ends after its last frame.
    private bool Read(SimulatedWorker worker)
    {
        if (!worker.IsConnected)
        {
            return false;
        }

        if (!worker.Outbox.TryDequeue(out var frame))
        {
            if (!worker.IsProcessAlive)
            {
                EndRead(worker);
                Close(worker, null);
            }

            return false;
        }

        worker.OwesEndOfRead = true;
        switch (frame.Kind)
        {
            case WorkerFrames.FromWorker.Reply:
                Invocation? invocation = null;
                Tell(() => invocation = State.Replied(worker, frame.Request.Id, frame.RunTime, Now));
                Assert.True(ReferenceEquals(frame.Request.Invocation, invocation), $"{worker}: a reply was taken for that of another invocation.");
                NoteFirst(worker);
                break;
            case WorkerFrames.FromWorker.Returned:
                Tell(() => State.Returned(worker, frame.Request.Id, Now));
                NoteFirst(worker);
                break;
            case WorkerFrames.FromWorker.Leaving:
                worker.MustGetNothing = true;
                Tell(() => State.Leaving(worker, Now));
                break;
            default:
                throw new InvalidOperationException($"Nobody sends {frame.Kind}.");
        }

        return true;
    }

    private void NoteFirst(SimulatedWorker worker)
    {
        // What is given back may have been taken back before: then the first one is the one that it was.
        if (worker.Sent.Count > 0 && worker.Sent[0].Id != worker.FirstId)
        {
            worker.FirstId = worker.Sent[0].Id;
            worker.FirstSince = Now;
        }
    }

    // All that had arrived is read: what was kept is answered, and what waits to be sent is.
    private void EndRead(SimulatedWorker worker)
    {
        if (!worker.OwesEndOfRead)
        {
            return;
        }

        worker.OwesEndOfRead = false;
        worker.Flush();
        foreach (var invocation in worker.Kept)
        {
            _invariants.NoteAnswer(invocation, InvocationOutcome.Replied, worker);
        }

        worker.Kept.Clear();
    }

    private void Close(SimulatedWorker worker, string? reason)
    {
        if (worker.IsConnected)
        {
            if (worker.IsProcessAlive || worker.Outbox.Count > 0)
            {
                // What it had sent is lost, and what it does until it has seen that nobody listens is not known.
                _invariants.MayRunAgain(worker.Sent);
                worker.Die();
            }

            worker.Disconnect();
            worker.MustGetNothing = true;
            Tell(() => State.Closed(worker, reason, Now));
            EndRead(worker);
        }
    }
}
