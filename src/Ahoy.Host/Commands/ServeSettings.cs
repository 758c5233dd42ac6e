using Ahoy.Host.ControlPlane.Security;
using Ahoy.Host.ControlPlane.Serving;
using Ahoy.Host.Offline;
using Ahoy.Model;

namespace Ahoy.Host.Commands;

/// <summary>What a user asked <c>ahoy serve</c> for.</summary>
internal sealed record ServeSettings
{
    /// <summary>The folder that all is kept in.</summary>
    public required string Data { get; init; }

    /// <summary>The gateway's port, or 0 for one that is free.</summary>
    public int Port { get; init; } = 3000;

    /// <summary>The control plane's port, or 0 for one that is free.</summary>
    public int ApiPort { get; init; } = 3001;

    /// <summary>The port of the admin address; null where it is closed.</summary>
    public int? AdminPort { get; init; }

    /// <summary>Whether other machines can reach the gateway.</summary>
    public bool ListensToAll { get; init; }

    /// <summary>Whether other machines can reach the control plane.</summary>
    public bool ApiListensToAll { get; init; }

    /// <summary>Host names that the control plane answers for beside the machine's own.</summary>
    public IReadOnlyList<string> AllowedHostNames { get; init; } = [];

    /// <summary>What the domain names of Environments end with.</summary>
    public string Domain { get; init; } = "localhost";

    /// <summary>How many Services there can be.</summary>
    public int MaxServices { get; init; } = PlatformLimits.ServicesPerAccount;

    /// <summary>The account, where the user gives one.</summary>
    public Account? Account { get; init; }

    /// <summary>How Twilio is offline; null where it is not.</summary>
    public OfflineSettings? Offline { get; init; }

    /// <summary>What the user asked of the page; null where there is none.</summary>
    public PageSettings? Page { get; init; }

    /// <summary>The Node to run Functions with, or null to look for one.</summary>
    public string? Node { get; init; }

    /// <summary>The region that deployments are in for their Functions, and its edge; null for none.</summary>
    public HostRegion Region { get; init; } = new(null, null);

    /// <summary>How much is written.</summary>
    public Verbosity Level { get; init; } = Verbosity.Info;

    /// <summary>Whether the log is for programs.</summary>
    public bool WritesJson { get; init; }

    /// <summary>Whether each request has a line in the log.</summary>
    public bool LogsRequests { get; init; } = true;
}
