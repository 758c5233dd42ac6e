namespace Ahoy.Simulator.World;

/// <summary>A number as <c>phones.json</c> has it, its paths made URLs.</summary>
internal sealed record ConfiguredPhone(string Number)
{
    /// <summary>What answers a message.</summary>
    public string? Sms { get; init; }

    /// <summary>What answers a call.</summary>
    public string? Voice { get; init; }

    /// <summary>What is told of the end of a call.</summary>
    public string? Status { get; init; }

    /// <summary>What answers a message where <see cref="Sms"/> fails.</summary>
    public string? SmsFallback { get; init; }

    /// <summary>What answers a call where its TwiML can't be had.</summary>
    public string? VoiceFallback { get; init; }
}
