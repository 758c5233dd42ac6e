namespace Ahoy.Simulator.Rest;

/// <summary>What the REST API needs to know of the run.</summary>
internal sealed record RestSettings
{
    public required string AccountSid { get; init; }

    public required string AuthToken { get; init; }

    /// <summary>The time of the simulated world.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
