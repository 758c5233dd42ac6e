namespace Ahoy.Testing;

/// <summary>What happened in a call.</summary>
public sealed class Transcript
{
    internal Transcript(IEnumerable<StepState> steps) => Steps =
        [.. steps.Select(step => new TranscriptStep(TimeSpan.FromMilliseconds(step.At), step.Verb, step.By, step.Text, step.Digits, step.Url, step.Attributes ?? new Dictionary<string, string>(), step.Alert))];

    /// <summary>All steps, in order.</summary>
    public IReadOnlyList<TranscriptStep> Steps { get; }

    /// <summary>What the caller has heard so far as text, a line each.</summary>
    public string Said => string.Join('\n', Steps.Where(step => step.By == "twilio" && step.Verb == "Say").Select(step => step.Text));

    /// <summary>The whole call, a line a step.</summary>
    public override string ToString() => string.Join('\n', Steps);
}

/// <summary>A step of a call.</summary>
/// <param name="At">When, from the call's beginning on.</param>
/// <param name="Verb">The verb, as TwiML spells it; what people do is <c>Digits</c>, <c>Speech</c>, <c>Recording</c>, <c>Hangup</c>.</param>
/// <param name="By"><c>twilio</c>, <c>caller</c> or <c>callee</c>.</param>
/// <param name="Text">What is said; null where nothing is.</param>
/// <param name="Digits">Keys; null where there are none.</param>
/// <param name="Url">An address that it is about; null where there is none.</param>
/// <param name="Attributes">The verb's attributes.</param>
/// <param name="Alert">Twilio's code for what is wrong; null where nothing is.</param>
public sealed record TranscriptStep(
    TimeSpan At, string Verb, string By, string? Text, string? Digits, string? Url, IReadOnlyDictionary<string, string> Attributes, int? Alert)
{
    /// <summary>The step on one line.</summary>
    public override string ToString() =>
        string.Join(' ', new[] { By, Verb, Text, Digits is null ? null : $"[{Digits}]", Url, Alert is { } code ? $"(error {code})" : null }.Where(part => part is not null));
}
