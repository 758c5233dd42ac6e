namespace Ahoy.Simulator.World;

/// <summary>A number of the account. URLs are absolute.</summary>
internal sealed class PhoneNumber
{
    /// <summary>Its SID: PN….</summary>
    public required string Sid { get; init; }

    /// <summary>The number, in E.164.</summary>
    public required string Number { get; init; }

    /// <summary>What its owner calls it.</summary>
    public string FriendlyName { get; set; } = string.Empty;

    /// <summary>What answers a message.</summary>
    public string? SmsUrl { get; set; }

    /// <summary>The method of <see cref="SmsUrl"/>.</summary>
    public string SmsMethod { get; set; } = "POST";

    /// <summary>What answers a message where <see cref="SmsUrl"/> fails.</summary>
    public string? SmsFallbackUrl { get; set; }

    /// <summary>The method of <see cref="SmsFallbackUrl"/>.</summary>
    public string SmsFallbackMethod { get; set; } = "POST";

    /// <summary>The application that answers messages instead of <see cref="SmsUrl"/>.</summary>
    public string? SmsApplicationSid { get; set; }

    /// <summary>What answers a call.</summary>
    public string? VoiceUrl { get; set; }

    /// <summary>The method of <see cref="VoiceUrl"/>.</summary>
    public string VoiceMethod { get; set; } = "POST";

    /// <summary>What answers a call where its TwiML can't be had.</summary>
    public string? VoiceFallbackUrl { get; set; }

    /// <summary>The method of <see cref="VoiceFallbackUrl"/>.</summary>
    public string VoiceFallbackMethod { get; set; } = "POST";

    /// <summary>The application that answers calls instead of <see cref="VoiceUrl"/>.</summary>
    public string? VoiceApplicationSid { get; set; }

    /// <summary>What is told of the end of a call.</summary>
    public string? StatusCallback { get; set; }

    /// <summary>The method of <see cref="StatusCallback"/>.</summary>
    public string StatusCallbackMethod { get; set; } = "POST";

    /// <summary>When it was bought.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset Updated { get; set; }

    /// <summary>Whether it stands in <c>phones.json</c>, or is the number that there is without that file: such a one comes back at a reset.</summary>
    public bool IsConfigured { get; init; }
}
