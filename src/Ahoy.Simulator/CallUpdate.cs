using Ahoy.Simulator.World;

namespace Ahoy.Simulator;

/// <summary>What the API changes of a live call.</summary>
internal sealed record CallUpdate
{
    /// <summary><see cref="CallStatus.Canceled"/> or <see cref="CallStatus.Completed"/>: the call ends.</summary>
    public CallStatus? Status { get; init; }

    /// <summary>Where its TwiML is from now on.</summary>
    public string? Url { get; init; }

    /// <summary>GET or POST.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>Its TwiML from now on.</summary>
    public string? Twiml { get; init; }

    /// <summary>Where its TwiML is should that fail.</summary>
    public string? FallbackUrl { get; init; }

    /// <summary>GET or POST.</summary>
    public string FallbackMethod { get; init; } = "POST";

    /// <summary>What is told of its end.</summary>
    public string? StatusCallback { get; init; }

    /// <summary>GET or POST.</summary>
    public string StatusCallbackMethod { get; init; } = "POST";
}
