namespace Ahoy.Simulator.World.Clock;

/// <summary>What a timer stands for, which decides what the modes of the clock do with it.</summary>
internal enum TimerKind
{
    /// <summary>Something that only the clock ends, as a Say: a fast clock skips it, and until then its activity is not at rest.</summary>
    Step,

    /// <summary>As <see cref="Step"/>, but nobody waits for it except on a fast clock: a message planned for later, music while waiting.</summary>
    Background,

    /// <summary>The patience of a wait for a person or the API: never skipped, and its activity rests meanwhile.</summary>
    Patience,
}
