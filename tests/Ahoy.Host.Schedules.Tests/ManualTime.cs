namespace Ahoy.Host.Schedules.Tests;

/// <summary>A clock that moves when it is told to. It takes no lock: what is tested is the order of others'.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly List<ManualTimer> _timers = [];
    private long _now = 1_000_000;

    public override long TimestampFrequency => 1_000_000;

    public override long GetTimestamp() => Volatile.Read(ref _now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(() => callback(state)) { Period = period };
        _timers.Add(timer);
        return timer;
    }

    /// <summary>Time passes, and every timer that is set fires once.</summary>
    public void Pass(TimeSpan time)
    {
        Volatile.Write(ref _now, _now + (long)time.TotalMicroseconds);
        foreach (var timer in _timers)
        {
            timer.Fire();
        }
    }

    private sealed class ManualTimer(Action fire) : ITimer
    {
        public TimeSpan Period { get; set; }

        public void Fire()
        {
            if (Period != Timeout.InfiniteTimeSpan)
            {
                fire();
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Period = period;
            return true;
        }

        public void Dispose() => Period = Timeout.InfiniteTimeSpan;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
