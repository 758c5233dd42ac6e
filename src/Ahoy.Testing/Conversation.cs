using System.Globalization;

namespace Ahoy.Testing;

/// <summary>What came of a message that a handset sent, once all that it started has come to rest.</summary>
public sealed class Conversation
{
    private readonly ControlClient _control;
    private readonly string _what;

    internal Conversation(ControlClient control, string what, string sid, WebhookResult webhook, IReadOnlyList<SentMessage> replies)
    {
        (_control, _what, Sid, Webhook, Replies) = (control, what, sid, webhook, replies);
    }

    /// <summary>The SID of the message.</summary>
    public string Sid { get; }

    /// <summary>What the Function answered.</summary>
    public WebhookResult Webhook { get; }

    /// <summary>The messages that were sent because of it, to whom it may be, oldest first.</summary>
    public IReadOnlyList<SentMessage> Replies { get; }

    /// <summary>The last of them.</summary>
    /// <exception cref="AhoyException">There is none; the message says what the Function did instead.</exception>
    public SentMessage LastReply => Replies.Count > 0
        ? Replies[^1]
        : throw _control.Failure(string.Create(
            CultureInfo.InvariantCulture,
            $"{_what}: there was no reply. The webhook answered {Webhook.StatusCode}{(Webhook.ErrorCode is { } code ? $" (error {code})" : "")}: {(Webhook.Twiml.Length == 0 ? "nothing" : Webhook.Twiml)}"));
}
