namespace Ahoy.Host.Workers.Pool;

/// <content>What the pool does by the clock: limits, queues that do not get on, growth and shrinking.</content>
internal sealed partial class PoolState
{
    // A pool that looks after work goes on with it until its next look finds none.
    private TimeSpan IdlePeriodOrBusy => _period == _settings.BusyPeriod ? _period : _settings.IdlePeriod;

    /// <summary>The time of the timer has passed.</summary>
    /// <param name="now">The time.</param>
    /// <param name="hasManyWorkers">Whether all pools together have so many workers that none should be kept which has nothing to do.</param>
    public void Tick(long now, bool hasManyWorkers)
    {
        if (_isDisposed)
        {
            return;
        }

        var isBusy = LookAfterBusy(now);
        Grow(now);
        Shrink(now, hasManyWorkers);
        if (isBusy || _waiting.Count > 0)
        {
            SetPeriod(_settings.BusyPeriod);
        }
        else
        {
            SetPeriod(_workers.Count > 0 ? _settings.IdlePeriod : Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>
    /// All that a worker had sent at a time has been told. What waits in its queue and could not begin later goes elsewhere: where the first
    /// invocation has no answer among what was told, the worker has not begun another one, and will not after its time.
    /// </summary>
    /// <param name="worker">The worker.</param>
    /// <param name="asOf">A time before which the worker's connection was not read for this.</param>
    /// <param name="now">The time.</param>
    public void TakeBack(PoolWorker worker, long asOf, long now)
    {
        for (var i = worker.Sent.Count - 1; i > 0; i--)
        {
            if (IsOverdue(worker.Sent[i], asOf))
            {
                WaitAgain(worker.Sent[i]);
                worker.Sent.RemoveAt(i);
            }
        }

        GiveWorkToIdle(now);
    }

    /// <summary>A worker's memory was measured.</summary>
    public void MemoryMeasured(PoolWorker worker, long bytes)
    {
        // V8 has a limit of its own, but it goes by the machine's memory, and buffers are not in it.
        if (bytes > _settings.MaxMemory && !worker.IsClosed && worker.KilledFor is null)
        {
            Kill(worker, InvocationOutcome.OutOfMemory);
        }
    }

    private bool LookAfterBusy(long now)
    {
        var isBusy = false;
        var isMeasuring = now - _memoryMeasuredAt > _settings.MemoryInterval;
        foreach (var worker in _workers)
        {
            if (worker.Sent.Count == 0)
            {
                continue;
            }

            isBusy = true;
            if (worker.Sent.Count > 1 && IsOverdue(worker.Sent[1], now))
            {
                Actions.Add(PoolAction.Drain(worker));
            }

            if (now - worker.HeadSince > _settings.ExecutionTime && worker.KilledFor is null && !worker.IsDebugged)
            {
                Kill(worker, InvocationOutcome.TimedOut);
            }

            if (isMeasuring)
            {
                _memoryMeasuredAt = now;
                Actions.Add(PoolAction.MeasureMemory(worker));
            }
        }

        return isBusy;
    }

    // New workers for what has waited for a while; a moment's burst is worked off by those that are there. Their number doubles with
    // each tick, so that many come soon where all are needed, and few too many where the first ones turn out to be enough.
    private void Grow(long now)
    {
        if (_waiting.Count == 0 || now - _waiting[0].SubmittedAt < _settings.Patience)
        {
            return;
        }

        var present = _workers.Count + Starting;
        if (_workers.Count == 0 && present > 0)
        {
            // How long its invocations take is not known before the first worker is there.
            return;
        }

        Start(Math.Min(_waiting.Count - Starting, Math.Max(1, present)));
    }

    private void Shrink(long now, bool hasManyWorkers)
    {
        var isAtOnce = _settings.LastIdleTime is not null && hasManyWorkers;
        for (var i = _idle.Count - 1; i >= 0; i--)
        {
            if ((_workers.Count > 1 ? _settings.IdleTime : _settings.LastIdleTime) is not { } kept)
            {
                return;
            }

            var worker = _idle[i];
            if (isAtOnce || now - worker.IdleSince > kept)
            {
                _workers.Remove(worker);
                Retire(worker);
                Actions.Add(PoolAction.Close(worker));
            }
        }
    }

    private void SetPeriod(TimeSpan period)
    {
        if (_period != period)
        {
            _period = period;
            Actions.Add(PoolAction.SetTimer(period));
        }
    }

    private bool IsOverdue(Invocation invocation, long now) => invocation.StartBefore != 0 && now > invocation.StartBefore + _settings.ClockSlack;
}
