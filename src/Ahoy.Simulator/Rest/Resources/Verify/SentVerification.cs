namespace Ahoy.Simulator.Rest.Resources.Verify;

/// <summary>A code that was sent, or whose state changed.</summary>
/// <param name="Sid">Of the verification.</param>
/// <param name="ServiceSid">Of its Service.</param>
/// <param name="To">The number or address.</param>
/// <param name="Channel">`sms`, `call`, `email`, `whatsapp`, `sna`.</param>
/// <param name="Code">What has to be entered.</param>
/// <param name="Status">`pending`, `approved`, `canceled`, `max_attempts_reached`.</param>
/// <param name="Text">What the message says.</param>
/// <param name="IsNewAttempt">The code goes out with this.</param>
internal sealed record SentVerification(string Sid, string ServiceSid, string To, string Channel, string Code, string Status, string Text, bool IsNewAttempt)
{
    /// <summary>Its place among all events.</summary>
    public long Sequence { get; init; }
}
