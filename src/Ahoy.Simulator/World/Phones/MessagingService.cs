namespace Ahoy.Simulator.World;

/// <summary>A pool of numbers that messages are sent from.</summary>
internal sealed class MessagingService
{
    /// <summary>Its SID: MG….</summary>
    public required string Sid { get; init; }

    /// <summary>What its owner calls it.</summary>
    public string FriendlyName { get; set; } = string.Empty;

    /// <summary>The SIDs of its numbers.</summary>
    public List<string> NumberSids { get; } = [];

    /// <summary>What answers messages to its numbers; null: nothing does.</summary>
    public string? InboundRequestUrl { get; set; }

    /// <summary>The method of <see cref="InboundRequestUrl"/>.</summary>
    public string InboundMethod { get; set; } = "POST";

    /// <summary>What answers where <see cref="InboundRequestUrl"/> fails.</summary>
    public string? FallbackUrl { get; set; }

    /// <summary>The method of <see cref="FallbackUrl"/>.</summary>
    public string FallbackMethod { get; set; } = "POST";

    /// <summary>Whether messages go to the webhook of the number that they were sent to, and not to the service's.</summary>
    public bool UseInboundWebhookOnNumber { get; set; }

    /// <summary>What is told of the fate of messages sent through it.</summary>
    public string? StatusCallback { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset Updated { get; set; }
}
