using Ahoy.Host.Environments;

namespace Ahoy.Host.Workers;

/// <summary>What workers are told where requests for Twilio are answered on this machine. Their side is <c>node/offline.js</c>.</summary>
internal sealed class OfflineSeam
{
    /// <summary>The port that answers for Twilio. Asked for when a served Environment's first worker is set up.</summary>
    public required Func<int> Port { get; init; }

    /// <summary>The gateway's port, which answers for the Service's own domain name.</summary>
    public required Func<int> GatewayPort { get; init; }

    /// <summary>Whether all other hosts are out of reach.</summary>
    public bool IsStrict { get; init; }

    /// <summary>What stands before the path of a served Environment's Functions where they are named.</summary>
    public required Func<ServedEnvironment, string> PrefixOf { get; init; }
}
