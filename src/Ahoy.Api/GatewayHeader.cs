namespace Ahoy.Api;

/// <summary>
/// The header in which Ahoy's host says at which port it serves Environments: their <c>domain_name</c> has no port, as the platform's has
/// none.
/// </summary>
public static class GatewayHeader
{
    /// <summary>The header's name.</summary>
    public const string Name = "Ahoy-Gateway-Port";
}
