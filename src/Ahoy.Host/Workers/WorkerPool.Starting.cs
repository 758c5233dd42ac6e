using System.Diagnostics;

namespace Ahoy.Host.Workers;

/// <content>How workers come to the pool and leave it.</content>
internal sealed partial class WorkerPool
{
    private static readonly TimeSpan s_endTime = TimeSpan.FromSeconds(2);

    // More processes that start side by side only take longer, each and all together; one that starts leaves its processor now and then.
    private static readonly int s_startsAtOnce = 2 * Environment.ProcessorCount;

    private Task _lastExit = Task.CompletedTask;

    private int MaxWorkers => _options.InspectPort is null ? _options.MaxWorkers : 1;

    // Called under the lock.
    private void StartWorkers(int count)
    {
        for (var i = 0; i < count && _starting < s_startsAtOnce && _workers.Count(w => !w.Load.IsRetired) + _starting < MaxWorkers; i++)
        {
            _starting++;
            _ = Task.Run(StartWorkerAsync);
        }
    }

    private async Task StartWorkerAsync()
    {
        Worker worker;
        try
        {
            if (_options.InspectPort is not null)
            {
                // The debugger's port is free once the worker before has ended.
                await _lastExit.ConfigureAwait(false);
            }

            worker = await _reserve.TakeAsync().ConfigureAwait(false);
            _lastExit = worker.Process.Exited;
        }
        catch (Exception e) when (e is WorkerStartException or ObjectDisposedException)
        {
            OnStartFailed(e.Message);
            return;
        }

        var actions = default(PoolActions);
        lock (_lock)
        {
            _starting--;
            if (_isDisposed)
            {
                actions.Kill(worker);
            }
            else
            {
                worker.Load.Deployment = _deployment;
                worker.Process.OnPrinted((isError, line) => OnPrinted(worker, isError, line));
                worker.Enqueue(_deployment.Configuration);
                actions.Flush(worker);
                _workers.Add(worker);
                var now = Stopwatch.GetTimestamp();
                MakeIdle(worker, now, ref actions);
                Grow(now);
            }
        }

        worker.Adopt(this);
        actions.Run();
    }

    private void OnStartFailed(string message)
    {
        var actions = default(PoolActions);
        lock (_lock)
        {
            _starting--;
            if (_workers.Count + _starting == 0)
            {
                foreach (var invocation in _pending)
                {
                    actions.Complete(invocation, InvocationOutcome.NoWorker, message);
                }

                _pending.Clear();
            }
        }

        actions.Run();
    }

    private void OnPrinted(Worker worker, bool isError, string line)
    {
        LastRun? run;
        lock (_lock)
        {
            run = worker.Load.Sent.Count > 0
                ? new LastRun(worker.Load.Sent[0].Id, worker.Load.Sent[0].Sid, worker.Load.Sent[0].Function)
                : worker.Load.LastRun;
        }

        _log.Write(worker.Load.Deployment!.Deployment, run, isError ? Logs.OutputLevel.Warn : Logs.OutputLevel.Info, line);
    }

    // A worker is gone: its process ends, and the invocation that it ran gets its answer.
    private async Task BuryAsync(Worker worker, Invocation? victim, string? reason)
    {
        await EndAsync(worker).ConfigureAwait(false);
        if (victim is not null)
        {
            var (outcome, failure) = await WorkerEpitaph.WriteAsync(worker, reason).ConfigureAwait(false);
            victim.Complete(outcome, failure);
        }

        worker.Process.Dispose();
    }

    private static async Task EndAsync(Worker worker)
    {
        worker.Close();
        try
        {
            await worker.Process.Exited.WaitAsync(s_endTime).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            worker.Process.Kill();
            await worker.Process.Exited.ConfigureAwait(false);
        }
    }
}
