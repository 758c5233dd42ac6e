using System.Globalization;

namespace Ahoy.Testing;

/// <summary>A call. It is live: each property is how the call is now.</summary>
public sealed class Call
{
    private readonly ControlClient _control;

    internal Call(ControlClient control, string sid) => (_control, Sid) = (control, sid);

    /// <summary>Its SID.</summary>
    public string Sid { get; }

    /// <summary>Its status.</summary>
    public CallStatus Status => Statuses.Call(State.Status);

    /// <summary>What it waits for: <c>digits</c>, <c>speech</c>, <c>either</c>, <c>recording</c>, <c>answer</c>; null where it waits for nobody.</summary>
    public string? WaitsFor => State.WaitsFor;

    /// <summary>Who calls.</summary>
    public string From => State.From!;

    /// <summary>Who is called.</summary>
    public string To => State.To!;

    /// <summary><c>inbound</c>, <c>outbound-api</c> or <c>outbound-dial</c>.</summary>
    public string Direction => State.Direction!;

    /// <summary>How long it was, in whole seconds; null as long as it goes on.</summary>
    public TimeSpan? Duration => State.Duration is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>What has happened in it.</summary>
    public Transcript Transcript => new(State.Transcript ?? []);

    private CallState State => _control.Get($"calls/{Sid}", ControlJson.Default.CallState);

    /// <summary>Presses keys, one after the other. Ends when the call waits again or is over, as all that is done to a call does.</summary>
    /// <param name="digits">The keys: <c>0</c> to <c>9</c>, <c>*</c>, <c>#</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>This call.</returns>
    /// <exception cref="AhoyException">The call can't take them: it is over, or does not listen.</exception>
    public Task<Call> PressAsync(string digits, CancellationToken cancellationToken = default) =>
        ActAsync("digits", new Pressed(digits), ControlJson.Default.Pressed, $"Press '{digits}'", cancellationToken);

    /// <summary>Says something.</summary>
    /// <param name="text">The words, as Twilio hears them.</param>
    /// <param name="confidence">How sure Twilio is of it, from 0 to 1; its usual value where you leave it out.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>This call.</returns>
    /// <exception cref="AhoyException">The call can't take it: it is over, or does not listen.</exception>
    public Task<Call> SayAsync(string text, double? confidence = null, CancellationToken cancellationToken = default) =>
        ActAsync("speech", new Spoken(text, confidence), ControlJson.Default.Spoken, $"Say '{text}'", cancellationToken);

    /// <summary>Says what a <c>Record</c> records.</summary>
    /// <param name="text">The words, which its transcription has.</param>
    /// <param name="duration">How long it is; as long as the words take where you leave it out.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>This call.</returns>
    /// <exception cref="AhoyException">The call records nothing.</exception>
    public Task<Call> RecordAsync(string text, TimeSpan? duration = null, CancellationToken cancellationToken = default) =>
        ActAsync("recording", new Recorded(text, duration?.TotalSeconds), ControlJson.Default.Recorded, $"Record '{text}'", cancellationToken);

    /// <summary>Hangs up.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>This call.</returns>
    public Task<Call> HangUpAsync(CancellationToken cancellationToken = default) => ActAsync("hangup", "Hang up", cancellationToken);

    /// <summary>Answers at the handset that rings.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>This call.</returns>
    /// <exception cref="AhoyException">It does not ring.</exception>
    public Task<Call> AnswerAsync(CancellationToken cancellationToken = default) => ActAsync("answer", "Answer", cancellationToken);

    /// <summary>Rejects the call at the handset that rings.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>This call.</returns>
    /// <exception cref="AhoyException">It does not ring.</exception>
    public Task<Call> RejectAsync(CancellationToken cancellationToken = default) => ActAsync("reject", "Reject", cancellationToken);

    /// <summary>The call on one line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sid} from {From} to {To}: {Status}");

    private async Task<Call> ActAsync(string action, string what, CancellationToken cancellationToken)
    {
        await _control.PostAsync($"calls/{Sid}/{action}", $"{what} in the call {Sid}", cancellationToken).ConfigureAwait(false);
        return this;
    }

    private async Task<Call> ActAsync<T>(
        string action, T body, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, string what, CancellationToken cancellationToken)
    {
        await _control.PostAsync($"calls/{Sid}/{action}", body, type, ControlJson.Default.CallState, $"{what} in the call {Sid}", cancellationToken).ConfigureAwait(false);
        return this;
    }
}
