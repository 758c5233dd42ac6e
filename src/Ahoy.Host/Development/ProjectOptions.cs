using Ahoy.Model;
using Ahoy.Simulator.World;

namespace Ahoy.Host.Development;

/// <summary>A project that is served as it stands, and what its user asked for.</summary>
internal sealed record ProjectOptions
{
    /// <summary>The project's folder, absolute.</summary>
    public required string Folder { get; init; }

    /// <summary>The folder of the last Build with its <c>build.json</c>, where there is one: paths and visibilities that the project set are in it.</summary>
    public string? BuildFolder { get; init; }

    /// <summary>What is given beside the folder.</summary>
    public GivenSettings Given { get; init; } = new();

    /// <summary>Variables over those of the environment file.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>The configuration; null for the one that lies in the folder.</summary>
    public ToolkitConfiguration? Configuration { get; init; }

    /// <summary>The same for all who read it again; null for one of each reader's own.</summary>
    public LiveConfiguration? LiveConfiguration { get; init; }

    /// <summary>The account of the offline Twilio, for a project whose environment file names none; null where Twilio is not offline.</summary>
    public Account? OfflineAccount { get; init; }

    /// <summary>The host and port that Functions see as <c>DOMAIN_NAME</c>.</summary>
    public required string DomainName { get; init; }
}
