namespace Ahoy.Simulator.World.Turns;

/// <summary>What is ready to go on in the world, in order, and the activities that may have come to rest.</summary>
internal sealed class TurnQueue
{
    private readonly Queue<(Action Action, Activity? Activity)> _ready = new();
    private readonly Queue<Activity> _mayRest = new();
    private readonly HashSet<Activity> _watched = [];

    /// <summary>Whether something is ready.</summary>
    public bool HasReady => _ready.Count > 0;

    /// <summary>Puts something at the end of what is ready.</summary>
    public void Enqueue(Action action, Activity? activity)
    {
        activity?.AddPending();
        _ready.Enqueue((action, activity));
    }

    /// <summary>Does the next thing that is ready.</summary>
    public bool RunNext()
    {
        if (!_ready.TryDequeue(out var next))
        {
            return false;
        }

        try
        {
            next.Action();
        }
        finally
        {
            next.Activity?.RemovePending();
        }

        return true;
    }

    /// <summary>Notes that somebody waits for an activity's rest.</summary>
    public void Watch(Activity activity)
    {
        _watched.Add(activity);
        _mayRest.Enqueue(activity);
    }

    /// <summary>Notes that an activity may have come to rest.</summary>
    public void MayRest(Activity activity)
    {
        if (activity.IsAwaited)
        {
            _mayRest.Enqueue(activity);
        }
    }

    /// <summary>Tells those who wait for activities that are at rest.</summary>
    /// <param name="clockStands">Whether the clock moves by hand alone.</param>
    /// <param name="all">Whether each is looked at, because the clock's mode has changed.</param>
    public void TellRest(bool clockStands, bool all)
    {
        if (all)
        {
            foreach (var activity in _watched)
            {
                _mayRest.Enqueue(activity);
            }
        }

        while (_mayRest.TryDequeue(out var activity))
        {
            if (activity.IsAwaited && activity.IsAtRest(clockStands))
            {
                _watched.Remove(activity);
                activity.TellRest();
            }
        }
    }

    /// <summary>Forgets all, and lets nobody wait on.</summary>
    public void Clear()
    {
        _ready.Clear();
        _mayRest.Clear();
        foreach (var activity in _watched)
        {
            activity.TellRest();
        }

        _watched.Clear();
    }
}
