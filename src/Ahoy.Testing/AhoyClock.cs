namespace Ahoy.Testing;

/// <summary>How time passes in the offline Twilio.</summary>
public enum AhoyClock
{
    /// <summary>What only the clock ends (a <c>Say</c>, a <c>Pause</c>, a delivery, a planned message) ends at once. Waits for a person stay.</summary>
    Fast,

    /// <summary>As it does outside, from the start on.</summary>
    Real,

    /// <summary>Only when you move it: <see cref="ServiceClock.AdvanceAsync"/>.</summary>
    Manual,
}
