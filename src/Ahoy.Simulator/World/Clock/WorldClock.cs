using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.World.Clock;

/// <summary>
/// The world's time, and what happens at which. There are two axes: the date, and patience. A fast clock skips along the first, and leaves the second, so that
/// the end of one call's Say never runs out the time in which another's caller may press a key. Each other way of passing time moves both.
/// </summary>
internal sealed class WorldClock
{
    private readonly TimeProvider _time;
    private readonly TurnQueue _turns;
    private readonly TimerQueue _steps = new();
    private readonly TimerQueue _patience = new();
    private long _anchor;
    private long _now;
    private long _waited;

    /// <param name="time">The time outside.</param>
    /// <param name="turns">Where what is due goes.</param>
    public WorldClock(TimeProvider time, TurnQueue turns)
    {
        _time = time;
        _turns = turns;
        _anchor = time.GetTimestamp();
        _now = time.GetUtcNow().UtcTicks;
    }

    /// <summary>How time passes.</summary>
    public ClockMode Mode { get; private set; } = ClockMode.Real;

    /// <summary>The date, as of the last <see cref="CatchUp"/>.</summary>
    public DateTimeOffset Now => new(_now, TimeSpan.Zero);

    /// <summary>Whether the clock moves by hand alone.</summary>
    public bool Stands => Mode == ClockMode.Manual;

    /// <summary>Takes the time that has passed outside, where that counts.</summary>
    public void CatchUp()
    {
        var timestamp = _time.GetTimestamp();
        var passed = _time.GetElapsedTime(_anchor, timestamp);
        _anchor = timestamp;
        if (Mode == ClockMode.Real && passed > TimeSpan.Zero)
        {
            _now = Math.Min(_now + passed.Ticks, DateTimeOffset.MaxValue.UtcTicks);
            _waited += passed.Ticks;
        }
    }

    /// <summary>Changes how time passes.</summary>
    public void SetMode(ClockMode mode)
    {
        CatchUp();
        Mode = mode;
        _steps.Recount(mode);
    }

    /// <summary>Plans something.</summary>
    public WorldTimer After(TimeSpan delay, TimerKind kind, Activity? activity, Action action)
    {
        var axis = kind == TimerKind.Patience ? _waited : _now;
        var ticks = Math.Max(0, delay.Ticks);
        var timer = new WorldTimer { Due = long.MaxValue - axis < ticks ? long.MaxValue : axis + ticks, Kind = kind, Activity = activity, Action = action };
        (kind == TimerKind.Patience ? _patience : _steps).Add(timer, Mode);
        return timer;
    }

    /// <summary>Takes back what was planned.</summary>
    public void Cancel(WorldTimer? timer)
    {
        if (timer?.Action is not null)
        {
            timer.Action = null;
            (timer.Kind == TimerKind.Patience ? _patience : _steps).Cancelled(timer);
        }
    }

    /// <summary>Lets the next thing that is due happen: on a fast clock, the next that only the clock ends.</summary>
    /// <returns>Whether there was one.</returns>
    public bool FireNext()
    {
        if (Mode == ClockMode.Fast && _steps.Peek() is { } skipped)
        {
            _now = Math.Min(Math.Max(_now, skipped.Due), DateTimeOffset.MaxValue.UtcTicks);
            Fire(_steps);
            return true;
        }

        return FireWithin(TimeSpan.Zero);
    }

    /// <summary>How long until something happens; null where nothing is planned.</summary>
    public TimeSpan? UntilNext()
    {
        var step = _steps.Peek() is { } s ? s.Due - _now : long.MaxValue;
        var patience = _patience.Peek() is { } p ? p.Due - _waited : long.MaxValue;
        var least = Math.Min(step, patience);
        return least == long.MaxValue ? null : TimeSpan.FromTicks(Math.Max(0, least));
    }

    /// <summary>Moves by hand to the next thing that happens within a time, and lets it happen.</summary>
    /// <returns>Whether there was one.</returns>
    public bool FireWithin(TimeSpan time)
    {
        if (UntilNext() is not { } next || next > time)
        {
            return false;
        }

        var step = _steps.Peek() is { } s ? s.Due - _now : long.MaxValue;
        var patience = _patience.Peek() is { } p ? p.Due - _waited : long.MaxValue;
        Move(next);
        Fire(step <= patience ? _steps : _patience);
        return true;
    }

    /// <summary>Moves by hand.</summary>
    public void Move(TimeSpan by)
    {
        var ticks = Math.Min(by.Ticks, DateTimeOffset.MaxValue.UtcTicks - _now);
        _now += ticks;
        _waited += ticks;
    }

    /// <summary>As after the start.</summary>
    public void Reset()
    {
        _steps.Clear();
        _patience.Clear();
        Mode = ClockMode.Real;
        _anchor = _time.GetTimestamp();
        _now = _time.GetUtcNow().UtcTicks;
        _waited = 0;
    }

    private void Fire(TimerQueue queue)
    {
        var timer = queue.Take();
        var action = timer.Action!;
        timer.Action = null;
        _turns.Enqueue(action, timer.Activity);
        TimerQueue.Uncount(timer);
    }
}
