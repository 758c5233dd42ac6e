using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.World.Clock;

/// <summary>One thing that happens at a time.</summary>
internal sealed class WorldTimer
{
    /// <summary>When, on the axis of its kind.</summary>
    public required long Due { get; init; }

    /// <summary>What it stands for.</summary>
    public required TimerKind Kind { get; init; }

    /// <summary>What happens; null once it has, or was cancelled.</summary>
    public Action? Action { get; set; }

    /// <summary>What it belongs to.</summary>
    public Activity? Activity { get; init; }

    /// <summary>Whether it is counted by its activity.</summary>
    public bool IsCounted { get; set; }
}
