namespace Ahoy.Simulator.World.Clock;

/// <summary>How time passes in the world.</summary>
internal enum ClockMode
{
    /// <summary>As it does outside.</summary>
    Real,

    /// <summary>What only the clock ends, ends at once; other waits end by an action, or by moving the clock.</summary>
    Fast,

    /// <summary>By hand alone.</summary>
    Manual,
}
