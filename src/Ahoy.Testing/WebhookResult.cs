namespace Ahoy.Testing;

/// <summary>What the Function answered that a message was for.</summary>
/// <param name="StatusCode">The status of HTTP.</param>
/// <param name="Twiml">What it answered.</param>
/// <param name="Cookies">What the conversation's cookie jar holds now, by name.</param>
/// <param name="ErrorCode">The code of the first thing that Twilio would complain of; null where there is none.</param>
public sealed record WebhookResult(int StatusCode, string Twiml, IReadOnlyDictionary<string, string> Cookies, int? ErrorCode);
