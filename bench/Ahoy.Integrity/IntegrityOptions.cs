namespace Ahoy.Integrity;

/// <summary>What a run does.</summary>
internal sealed record IntegrityOptions
{
    /// <summary>The host's assembly.</summary>
    public required string HostAssembly { get; init; }

    /// <summary>How long requests are sent.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Decides on every request, save, deploy and kill, though not on the moments at which they meet.</summary>
    public required int Seed { get; init; }

    /// <summary>How many clients ask the project that is saved meanwhile. The platform runs 30 invocations at once.</summary>
    public int StartClients { get; init; } = 28;

    /// <summary>How many clients ask the Service that is deployed meanwhile.</summary>
    public int ServeClients { get; init; } = 8;
}
