namespace Ahoy.Simulator.World.Events;

/// <summary>Something that happened: its kind, its place among all, and what it is about as of then.</summary>
internal sealed record WorldEvent(EventKind Kind, long Sequence, object Data)
{
    /// <summary>The kind as <c>/_ahoy/events</c> spells it.</summary>
    public string Name => Kind switch
    {
        EventKind.Messages => "messages",
        EventKind.Calls => "calls",
        EventKind.Alerts => "alerts",
        EventKind.Logs => "logs",
        EventKind.Requests => "requests",
        _ => "verifications",
    };
}
