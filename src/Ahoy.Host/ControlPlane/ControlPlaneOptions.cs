using Ahoy.Host.ControlPlane.Security;
using Ahoy.Host.ControlPlane.Serving;
using Ahoy.Host.Storage;
using Ahoy.Model;

namespace Ahoy.Host.ControlPlane;

/// <summary>How a control plane is set up.</summary>
internal sealed record ControlPlaneOptions
{
    /// <summary>Where everything is kept.</summary>
    public required DataFolder Data { get; init; }

    /// <summary>Whom everything belongs to.</summary>
    public required Account Account { get; init; }

    /// <summary>What the domain names of Environments end with.</summary>
    public string Domain { get; init; } = "localhost";

    /// <summary>How many Services there can be.</summary>
    public int MaxServices { get; init; } = PlatformLimits.ServicesPerAccount;

    /// <summary>The host names, beside those of the machine, that the API answers for.</summary>
    public IReadOnlyList<string> AllowedHostNames { get; init; } = [];

    /// <summary>The region that the host plays.</summary>
    public HostRegion Region { get; init; } = new(null, null);
}
