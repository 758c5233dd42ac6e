using Ahoy.Simulator.TwiML;

namespace Ahoy.Simulator;

/// <summary>What came of an inbound message.</summary>
/// <param name="Sid">The message.</param>
/// <param name="Webhook">What the webhook answered; null where the number has none.</param>
/// <param name="Replies">What was sent because of it, oldest first.</param>
internal sealed record InboundMessageResult(string Sid, WebhookOutcome? Webhook, IReadOnlyList<Reply> Replies);

/// <summary>A message that was sent because of another.</summary>
internal sealed record Reply(string Sid, string From, string To, string Body, IReadOnlyList<string> Media, string Status);
