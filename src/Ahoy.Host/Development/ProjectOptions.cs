using Ahoy.Simulator.World;

namespace Ahoy.Host.Development;

/// <summary>A project that is served as it stands, and what its user asked for.</summary>
internal sealed record ProjectOptions
{
    /// <summary>The project's folder, absolute.</summary>
    public required string Folder { get; init; }

    /// <summary>The folder of the last Build with its <c>build.json</c>, where there is one: paths and visibilities that the project set are in it.</summary>
    public string? BuildFolder { get; init; }

    public string? FunctionsFolder { get; init; }

    public string? AssetsFolder { get; init; }

    /// <summary>The environment file, or null for <c>.env</c>, which need not exist.</summary>
    public string? EnvFile { get; init; }

    public string? ServiceName { get; init; }

    /// <summary>The account of the offline Twilio, for a project whose environment file names none; null where Twilio is not offline.</summary>
    public Account? OfflineAccount { get; init; }

    /// <summary>The host and port that Functions see as <c>DOMAIN_NAME</c>.</summary>
    public required string DomainName { get; init; }
}
