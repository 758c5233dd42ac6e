namespace Ahoy.Testing;

/// <summary>Reads what was sent to handsets.</summary>
internal sealed class MessageReader(ControlClient control)
{
    /// <summary>All messages to handsets, Verify's codes among them, oldest first.</summary>
    public IReadOnlyList<SentMessage> ReadAll()
    {
        var messages = control.Get("messages", ControlJson.Default.ListMessageState)
            .Where(message => message.Direction.StartsWith("outbound", StringComparison.Ordinal))
            .Select(message => (message.Sequence, Message: SentMessage.Of(message)));
        var codes = control.Get("verifications", ControlJson.Default.ListVerificationState)
            .Where(code => code.IsNewAttempt && code.Channel is "sms" or "whatsapp")
            .Select(code => (code.Sequence, Message: SentMessage.Of(code)));
        return [.. messages.Concat(codes).OrderBy(item => item.Sequence).Select(item => item.Message)];
    }
}
