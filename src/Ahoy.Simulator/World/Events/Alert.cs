namespace Ahoy.Simulator.World.Events;

/// <summary>A warning or error of Twilio's: what its debugger would show.</summary>
/// <param name="Sequence">Its place among all events.</param>
/// <param name="At">When.</param>
/// <param name="Code">Twilio's code.</param>
/// <param name="Message">What is wrong, and with what.</param>
/// <param name="Function">The path of the Function at fault, if it is one's.</param>
/// <param name="Sid">The message or call that it happened to.</param>
internal sealed record Alert(long Sequence, DateTimeOffset At, int Code, string Message, string? Function, string? Sid);
