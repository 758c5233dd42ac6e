using System.Diagnostics;

namespace Ahoy.Simulator.World.Turns;

/// <summary>
/// One message or call and what it starts: its webhooks, replies, callbacks, the calls that it dials. It is at rest when nothing of it goes on by itself.
/// </summary>
internal sealed class Activity
{
    private readonly TurnQueue _turns;
    private List<TaskCompletionSource>? _waiting;
    private int _pending;
    private int _timed;

    /// <param name="turns">The world's queue, which is told when this may be at rest.</param>
    public Activity(TurnQueue turns) => _turns = turns;

    /// <summary>The trace of the request that started it, which its webhooks go on; none where it has none.</summary>
    public ActivityContext Trace { get; } = System.Diagnostics.Activity.Current?.Context ?? default;

    /// <summary>How many of its webhooks are on their way.</summary>
    public int Webhooks { get; private set; }

    /// <summary>The SIDs of messages that it started, oldest first.</summary>
    public List<string> Messages { get; } = [];

    /// <summary>Whether somebody waits for its rest.</summary>
    public bool IsAwaited => _waiting is { Count: > 0 };

    /// <summary>Whether nothing of it goes on.</summary>
    /// <param name="clockStands">Whether the clock moves by hand alone, so that what waits for it rests.</param>
    public bool IsAtRest(bool clockStands) => _pending == 0 && Webhooks == 0 && (_timed == 0 || clockStands);

    /// <summary>Counts something that goes on.</summary>
    public void AddPending() => _pending++;

    /// <summary>Counts the end of something that went on.</summary>
    public void RemovePending()
    {
        _pending--;
        _turns.MayRest(this);
    }

    /// <summary>Counts a webhook that goes out.</summary>
    public void AddWebhook() => Webhooks++;

    /// <summary>Counts a webhook that has answered.</summary>
    public void RemoveWebhook()
    {
        Webhooks--;
        _turns.MayRest(this);
    }

    /// <summary>Counts something that the clock ends.</summary>
    public void AddTimed() => _timed++;

    /// <summary>Counts the end of something that the clock ended.</summary>
    public void RemoveTimed()
    {
        _timed--;
        _turns.MayRest(this);
    }

    /// <summary>Ends when it is at rest the next time.</summary>
    public Task WhenAtRest()
    {
        // The continuation is the caller's own business, and not of the world's turn.
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        (_waiting ??= []).Add(source);
        _turns.Watch(this);
        return source.Task;
    }

    /// <summary>Tells those who wait that it is at rest.</summary>
    public void TellRest()
    {
        var waiting = _waiting;
        _waiting = null;
        foreach (var source in waiting ?? [])
        {
            source.TrySetResult();
        }
    }
}
