namespace Ahoy.Simulator.World.Clock;

/// <summary>Timers of one axis, the next first; those of the same time in the order in which they were planned.</summary>
internal sealed class TimerQueue
{
    private PriorityQueue<WorldTimer, (long Due, long Number)> _timers = new();
    private long _number;
    private int _cancelled;

    /// <summary>Adds a timer.</summary>
    public void Add(WorldTimer timer, ClockMode mode)
    {
        _timers.Enqueue(timer, (timer.Due, _number++));
        if (timer.Activity is not null && Counts(timer, mode))
        {
            timer.IsCounted = true;
            timer.Activity.AddTimed();
        }
    }

    /// <summary>The next timer.</summary>
    public WorldTimer? Peek()
    {
        while (_timers.TryPeek(out var timer, out _))
        {
            if (timer.Action is not null)
            {
                return timer;
            }

            _timers.Dequeue();
            _cancelled--;
        }

        return null;
    }

    /// <summary>Takes the next timer out.</summary>
    public WorldTimer Take()
    {
        var timer = Peek()!;
        _timers.Dequeue();
        return timer;
    }

    /// <summary>Counts a timer that was cancelled, and throws such out once they are most of what is kept.</summary>
    public void Cancelled(WorldTimer timer)
    {
        Uncount(timer);
        _cancelled++;
        if (_cancelled > 64 && _cancelled > _timers.Count / 2)
        {
            var kept = _timers.UnorderedItems.Where(t => t.Element.Action is not null).ToList();
            _timers = new PriorityQueue<WorldTimer, (long, long)>(kept);
            _cancelled = 0;
        }
    }

    /// <summary>Counts again after the mode has changed.</summary>
    public void Recount(ClockMode mode)
    {
        foreach (var (timer, _) in _timers.UnorderedItems)
        {
            var counts = timer.Action is not null && timer.Activity is not null && Counts(timer, mode);
            if (counts && !timer.IsCounted)
            {
                timer.IsCounted = true;
                timer.Activity!.AddTimed();
            }
            else if (!counts)
            {
                Uncount(timer);
            }
        }
    }

    /// <summary>Takes a timer from what its activity counts.</summary>
    public static void Uncount(WorldTimer timer)
    {
        if (timer.IsCounted)
        {
            timer.IsCounted = false;
            timer.Activity!.RemoveTimed();
        }
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _timers.Clear();
        _cancelled = 0;
    }

    private static bool Counts(WorldTimer timer, ClockMode mode) =>
        timer.Kind == TimerKind.Step || (timer.Kind == TimerKind.Background && mode == ClockMode.Fast);
}
