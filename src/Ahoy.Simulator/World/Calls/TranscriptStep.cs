using System.Text.Json.Serialization;

namespace Ahoy.Simulator.World;

/// <summary>One step of a call's transcript.</summary>
/// <param name="At">Milliseconds since the call began.</param>
/// <param name="Verb">As TwiML spells it; what people do is <c>Digits</c>, <c>Speech</c>, <c>Recording</c>, <c>Hangup</c>, <c>Answer</c>, <c>Reject</c>.</param>
/// <param name="By"><c>twilio</c>, <c>caller</c> or <c>callee</c>.</param>
/// <param name="Text">What is said.</param>
/// <param name="Digits">The keys.</param>
/// <param name="Url">What is played, or requested.</param>
/// <param name="Attributes">The attributes as written; <c>notSimulated</c> names those that are not obeyed here.</param>
/// <param name="Alert">The code of an alert.</param>
internal sealed record TranscriptStep(
    long At,
    string Verb,
    string By,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Digits = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Url = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string>? Attributes = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Alert = null);
