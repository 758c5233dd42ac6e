namespace Ahoy.Deploy.Verification;

/// <summary>The address under which an Environment is served.</summary>
public static class ServiceAddress
{
    /// <summary>The address of a domain name.</summary>
    /// <param name="domainName">The domain name.</param>
    /// <param name="gatewayPort">The port of the host's gateway; null for Twilio, which serves all by HTTPS.</param>
    public static Uri Of(string domainName, int? gatewayPort) => gatewayPort is { } port
        ? new UriBuilder(Uri.UriSchemeHttp, domainName, port).Uri
        : new UriBuilder(Uri.UriSchemeHttps, domainName).Uri;
}
