namespace Ahoy.Simulator.World.Events;

/// <summary>What the world tells of. Each has its name in <c>/_ahoy/events</c>, and its list below <c>/_ahoy/</c>.</summary>
internal enum EventKind
{
    /// <summary>A message, at each change of its status.</summary>
    Messages,

    /// <summary>A call, at each change of its status, each step of its transcript, and when it begins to wait for somebody.</summary>
    Calls,

    /// <summary>A warning or error of Twilio's.</summary>
    Alerts,

    /// <summary>A line that a Function logged, or that the simulator says of itself.</summary>
    Logs,

    /// <summary>A request to the REST API.</summary>
    Requests,

    /// <summary>A verification of Verify's, at each change.</summary>
    Verifications,
}
