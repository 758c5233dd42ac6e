namespace Ahoy.Host.Workers.Pool;

/// <content>What the pool does without its lock.</content>
internal sealed partial class WorkerPool
{
    /// <summary>Performs an action that the lock is not needed for.</summary>
    internal void Perform(in PoolAction action)
    {
        switch (action.Kind)
        {
            case PoolActionKind.Flush:
                WorkerOf(action).Flush();
                break;
            case PoolActionKind.Fail:
                action.Invocation!.Complete(action.Outcome, action.Text);
                break;
            case PoolActionKind.Start:
                _ = Task.Run(StartWorkerAsync);
                break;
            case PoolActionKind.Close:
                WorkerOf(action).Close();
                break;
            case PoolActionKind.Kill:
                // Finding the processes that a worker started takes a while.
                _ = Task.Run(WorkerOf(action).Kill);
                break;
            case PoolActionKind.End:
                _ = EndAsync((ConnectedWorker)action.Worker!, action.Invocation, action.Text);
                break;
            case PoolActionKind.Drain:
                Drain((ConnectedWorker)action.Worker!);
                break;
            case PoolActionKind.MeasureMemory:
                MeasureMemory((ConnectedWorker)action.Worker!);
                break;
            default:
                throw new InvalidOperationException($"{action.Kind} is performed under the lock.");
        }
    }

    private static IWorker WorkerOf(in PoolAction action) => ((ConnectedWorker)action.Worker!).Worker;

    private async Task StartWorkerAsync()
    {
        IWorker worker;
        try
        {
            if (_source.Options.InspectPort is not null)
            {
                // The debugger's port is free once the worker before has ended.
                await _lastExit.ConfigureAwait(false);
            }

            worker = await _source.TakeAsync().ConfigureAwait(false);
            _lastExit = worker.Exited;
        }
        catch (Exception e) when (e is WorkerStartException or ObjectDisposedException)
        {
            OnStartFailed(e.Message);
            return;
        }

        OnStarted(new ConnectedWorker(this, worker));
    }

    private void OnStartFailed(string message)
    {
        var actions = default(PoolActions);
        lock (_lock)
        {
            _state.StartFailed(message);
            Take_NeedsLock(ref actions);
        }

        actions.PerformBy(this);
    }

    private void OnStarted(ConnectedWorker worker)
    {
        var now = _time.GetTimestamp();
        var actions = default(PoolActions);
        lock (_lock)
        {
            _state.Started(worker, now);
            worker.Worker.OnPrinted((isError, line) => OnPrinted(worker, isError, line));
            NoteDebugger_NeedsLock(worker);
            Take_NeedsLock(ref actions);
        }

        worker.Worker.Receive();
        actions.PerformBy(this);
    }

    private void Tick()
    {
        var now = _time.GetTimestamp();
        var actions = default(PoolActions);
        lock (_lock)
        {
            _state.Tick(now, _source.HasManyWorkers);
            Take_NeedsLock(ref actions);
        }

        actions.PerformBy(this);
    }

    private void Drain(ConnectedWorker worker)
    {
        var before = _time.GetTimestamp();
        worker.Worker.Drain();
        var now = _time.GetTimestamp();
        var actions = default(PoolActions);
        lock (_lock)
        {
            _state.TakeBack(worker, before, now);
            Take_NeedsLock(ref actions);
        }

        actions.PerformBy(this);
    }

    private void MeasureMemory(ConnectedWorker worker)
    {
        var bytes = worker.Worker.WorkingSet();
        var actions = default(PoolActions);
        lock (_lock)
        {
            _state.MemoryMeasured(worker, bytes);
            Take_NeedsLock(ref actions);
        }

        actions.PerformBy(this);
    }

    // A worker's connection is closed: its process ends, and the invocation that it ran gets its answer.
    private async Task EndAsync(ConnectedWorker worker, Invocation? running, string? reason)
    {
        try
        {
            await WaitForExitAsync(worker.Worker).ConfigureAwait(false);
            if (running is not null)
            {
                var (outcome, text) = await WorkerExitReport.CreateAsync(worker, reason).ConfigureAwait(false);
                running.Complete(outcome, text);
            }

            worker.Worker.Dispose();
        }
        finally
        {
            // Last: who waits for it goes on from here.
            worker.NoteEnd();
        }
    }

    private async Task WaitForExitAsync(IWorker worker)
    {
        try
        {
            await worker.Exited.WaitAsync(s_endTime, _time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            worker.Kill();
            await worker.Exited.ConfigureAwait(false);
        }
    }
}
