using Ahoy.Simulator.World;

namespace Ahoy.Simulator;

/// <summary>A call, when it rests.</summary>
/// <param name="Sid">The call.</param>
/// <param name="Status">Where it is.</param>
/// <param name="WaitsFor">What it waits for: <c>digits</c>, <c>speech</c>, <c>either</c>, <c>recording</c> or <c>answer</c>.</param>
/// <param name="Transcript">What happened so far.</param>
internal sealed record CallResult(string Sid, string Status, string? WaitsFor, IReadOnlyList<TranscriptStep> Transcript);
