namespace Ahoy.Simulator.World;

/// <summary>An application: webhooks that several numbers or calls share.</summary>
internal sealed class TwilioApplication
{
    /// <summary>Its SID: AP….</summary>
    public required string Sid { get; init; }

    /// <summary>What its owner calls it.</summary>
    public string FriendlyName { get; set; } = string.Empty;

    /// <summary>What answers a call.</summary>
    public string? VoiceUrl { get; set; }

    /// <summary>The method of <see cref="VoiceUrl"/>.</summary>
    public string VoiceMethod { get; set; } = "POST";

    /// <summary>What answers a call where its TwiML can't be had.</summary>
    public string? VoiceFallbackUrl { get; set; }

    /// <summary>The method of <see cref="VoiceFallbackUrl"/>.</summary>
    public string VoiceFallbackMethod { get; set; } = "POST";

    /// <summary>What is told of the end of a call.</summary>
    public string? StatusCallback { get; set; }

    /// <summary>The method of <see cref="StatusCallback"/>.</summary>
    public string StatusCallbackMethod { get; set; } = "POST";

    /// <summary>What answers a message.</summary>
    public string? SmsUrl { get; set; }

    /// <summary>The method of <see cref="SmsUrl"/>.</summary>
    public string SmsMethod { get; set; } = "POST";

    /// <summary>What answers a message where <see cref="SmsUrl"/> fails.</summary>
    public string? SmsFallbackUrl { get; set; }

    /// <summary>The method of <see cref="SmsFallbackUrl"/>.</summary>
    public string SmsFallbackMethod { get; set; } = "POST";

    /// <summary>What is told of the fate of messages sent through it.</summary>
    public string? MessageStatusCallback { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset Updated { get; set; }
}
