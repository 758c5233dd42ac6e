using System.Globalization;

namespace Ahoy.Host.ControlPlane.Http;

/// <summary>Where the gateway listens: with a domain name, the address of an Environment.</summary>
internal sealed class GatewayAddress
{
    private const int DefaultHttpPort = 80;

    /// <summary>The port; known once the gateway has started.</summary>
    public int Port { get; set; } = DefaultHttpPort;

    /// <summary>A domain name with the port, as browsers show it.</summary>
    public string Authority(string domainName) => Port == DefaultHttpPort
        ? domainName
        : string.Create(CultureInfo.InvariantCulture, $"{domainName}:{Port}");
}
