using System.Diagnostics;

namespace Ahoy.Host.Workers;

/// <content>What the pool does by the clock: limits, queues that do not get on, growth and shrinking.</content>
internal sealed partial class WorkerPool
{
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan s_longestIdleTick = TimeSpan.FromSeconds(5);
    private static readonly long s_patienceTicks = Ticks(TimeSpan.FromMilliseconds(20));
    private static readonly long s_memoryTicks = Ticks(TimeSpan.FromMilliseconds(100));

    // What the worker's reading of the clock may lag behind.
    private static readonly long s_clockSlackTicks = Ticks(TimeSpan.FromMilliseconds(2));

    private readonly long _executionTicks;
    private readonly TimeSpan _idleTick;
    private bool _isTicking;
    private long _memorySeen;

    // There is work: look after it often. Called under the lock.
    private void RequireTicks()
    {
        if (!_isTicking && !_isDisposed)
        {
            _isTicking = true;
            _timer.Change(s_tick, s_tick);
        }
    }

    private void Tick()
    {
        var now = Stopwatch.GetTimestamp();
        var actions = default(PoolActions);
        List<Worker>? stuck = null;
        List<Worker>? busy = null;
        lock (_lock)
        {
            if (_isDisposed)
            {
                return;
            }

            foreach (var worker in _workers)
            {
                var sent = worker.Load.Sent;
                if (sent.Count == 0)
                {
                    continue;
                }

                (busy ??= []).Add(worker);
                if (sent.Count > 1 && IsOverdue(sent[1], now))
                {
                    (stuck ??= []).Add(worker);
                }
            }

            KillOverdue(busy, now, ref actions);
            Grow(now);
            Shrink(now, ref actions);
            if (busy is null && _pending.Count == 0)
            {
                _isTicking = false;
                var period = _workers.Count > 0 ? _idleTick : Timeout.InfiniteTimeSpan;
                _timer.Change(period, period);
            }
        }

        actions.Run();
        stuck?.ForEach(TakeBack);
        if (busy is not null && now - _memorySeen > s_memoryTicks)
        {
            _memorySeen = now;
            LimitMemory(busy);
        }
    }

    private void KillOverdue(List<Worker>? busy, long now, ref PoolActions actions)
    {
        foreach (var worker in busy ?? [])
        {
            if (now - worker.Load.HeadSince > _executionTicks
                && worker.Load.KilledFor is null
                && !worker.Process.HasDebugger
                && !_options.BreaksAtStart)
            {
                worker.Load.KilledFor = InvocationOutcome.TimedOut;
                worker.Load.IsRetired = true;
                actions.Kill(worker);
            }
        }
    }

    // What waits in the queue of a stuck worker goes elsewhere. All answers that the worker gave before now are seen first;
    // where the first invocation has none among them, the worker has not begun another one, and will not after its time.
    private void TakeBack(Worker worker)
    {
        var now = Stopwatch.GetTimestamp();
        worker.Drain();
        var actions = default(PoolActions);
        lock (_lock)
        {
            var sent = worker.Load.Sent;
            for (var i = sent.Count - 1; i > 0; i--)
            {
                if (IsOverdue(sent[i], now))
                {
                    _pending.AddFirst(sent[i]);
                    sent.RemoveAt(i);
                }
            }

            GiveToIdle(ref actions);
        }

        actions.Run();
    }

    // New workers for what has waited for a while; a moment's burst is worked off by those that are there. Their number doubles with
    // each tick, so that many come soon where all are needed, and few too many where the first ones turn out to be enough.
    private void Grow(long now)
    {
        if (_pending.First is not { } first || now - first.Value.SubmittedAt < s_patienceTicks)
        {
            return;
        }

        var present = _workers.Count + _starting;
        if (_workers.Count == 0 && present > 0)
        {
            // How long its invocations take is not known before the first worker is there.
            return;
        }

        StartWorkers(Math.Min(_pending.Count - _starting, Math.Max(1, present)));
    }

    private void Shrink(long now, ref PoolActions actions)
    {
        var isCrowded = _options.LastIdleTime is not null && _reserve.IsCrowded;
        for (var i = _idle.Count - 1; i >= 0; i--)
        {
            if ((_workers.Count > 1 ? _options.IdleTime : _options.LastIdleTime) is not { } kept)
            {
                return;
            }

            var worker = _idle[i];
            if (isCrowded || now - worker.Load.IdleSince > Ticks(kept))
            {
                _idle.RemoveAt(i);
                _workers.Remove(worker);
                worker.Load.IsRetired = true;
                actions.Close(worker);
            }
        }
    }

    private void LimitMemory(List<Worker> busy)
    {
        // V8 has a limit of its own, but it goes by the machine's memory, and buffers are not in it.
        var limit = 1024L * 1024 * _options.MemoryMegabytes;
        foreach (var worker in busy)
        {
            if (worker.Process.WorkingSet() > limit)
            {
                lock (_lock)
                {
                    worker.Load.KilledFor ??= InvocationOutcome.OutOfMemory;
                    worker.Load.IsRetired = true;
                }

                worker.Kill();
            }
        }
    }

    private static bool IsOverdue(Invocation invocation, long now) => invocation.StartBefore != 0 && now > invocation.StartBefore + s_clockSlackTicks;
}
