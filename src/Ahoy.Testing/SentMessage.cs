using System.Globalization;

namespace Ahoy.Testing;

/// <summary>A message that was sent to a handset: a reply by TwiML, one of <c>messages.create</c>, a code of Verify's.</summary>
/// <param name="Sid">Its SID.</param>
/// <param name="From">Who sent it.</param>
/// <param name="To">The handset.</param>
/// <param name="Body">The text.</param>
/// <param name="Media">The URLs of its media.</param>
/// <param name="Status">Its status.</param>
/// <param name="ErrorCode">Twilio's code where it did not arrive; null where it did.</param>
public sealed record SentMessage(string Sid, string From, string To, string Body, IReadOnlyList<string> Media, MessageStatus Status, int? ErrorCode = null)
{
    /// <summary>The message on one line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From} to {To}: \"{Body}\" ({Status}{(ErrorCode is { } code ? $", {code}" : "")})");

    internal static SentMessage Of(MessageState state) =>
        new(state.Sid, state.From, state.To, state.Body, state.Media ?? [], Statuses.Message(state.Status), state.ErrorCode);

    internal static SentMessage Of(ReplyState state) => new(state.Sid, state.From, state.To, state.Body, state.Media ?? [], Statuses.Message(state.Status));

    // Verify has numbers of its own, which nobody is told.
    internal static SentMessage Of(VerificationState state) => new(state.Sid, "Verify", state.To, state.Text ?? state.Code, [], MessageStatus.Delivered);
}
