namespace Ahoy.Simulator.World;

/// <summary>A message that is to be sent.</summary>
internal sealed record OutboundMessage
{
    /// <summary>Who gets it.</summary>
    public string? To { get; init; }

    /// <summary>Who sends it; null with a messaging service.</summary>
    public string? From { get; init; }

    /// <summary>The messaging service that chooses who sends it.</summary>
    public string? MessagingServiceSid { get; init; }

    /// <summary>What it says.</summary>
    public string? Body { get; init; }

    /// <summary>The URLs of its files.</summary>
    public IReadOnlyList<string> MediaUrls { get; init; } = [];

    /// <summary>What is told of its fate.</summary>
    public string? StatusCallback { get; init; }

    /// <summary>The method of <see cref="StatusCallback"/>.</summary>
    public string StatusCallbackMethod { get; init; } = "POST";

    /// <summary>The application whose message status callback is told.</summary>
    public string? ApplicationSid { get; init; }

    /// <summary>When it goes out; null: now.</summary>
    public DateTimeOffset? SendAt { get; init; }

    /// <summary>Whether it answers a message by TwiML.</summary>
    public bool IsReply { get; init; }
}
