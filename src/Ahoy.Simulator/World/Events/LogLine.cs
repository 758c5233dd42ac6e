namespace Ahoy.Simulator.World.Events;

/// <summary>A line of a log.</summary>
/// <param name="Sequence">Its place among all events.</param>
/// <param name="At">When.</param>
/// <param name="Level"><c>debug</c>, <c>info</c>, <c>warn</c> or <c>error</c>.</param>
/// <param name="Message">What it says.</param>
/// <param name="Function">The path of the Function that it is from; null where the simulator speaks.</param>
/// <param name="RequestSid">The request in which it was logged.</param>
internal sealed record LogLine(long Sequence, DateTimeOffset At, string Level, string Message, string? Function, string? RequestSid);
