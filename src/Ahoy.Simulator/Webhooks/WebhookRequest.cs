namespace Ahoy.Simulator.Webhooks;

/// <summary>One request of the simulator to a webhook, as it goes out.</summary>
internal sealed class WebhookRequest
{
    /// <summary>GET or POST.</summary>
    public required string Method { get; init; }

    /// <summary>The URL as it was signed, with the parameters in its query where the method is GET.</summary>
    public required string Url { get; init; }

    /// <summary>The fields of the form, in the order they are sent; empty where the method is GET.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Form { get; init; }

    /// <summary>The headers: signature, user agent, idempotency token, and <c>Cookie</c> where the jar holds some.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>How long Twilio waits for an answer: 15 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// What stands behind the request. A sender that can tell which REST requests are made while this one is answered hands it on with them,
    /// so that what they start counts as started by the same message or call.
    /// </summary>
    public object? Cause { get; init; }

    /// <summary>The trace that it belongs to, as a <c>traceparent</c>; null where it belongs to none.</summary>
    public string? Trace { get; init; }
}
