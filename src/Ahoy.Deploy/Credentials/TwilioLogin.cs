namespace Ahoy.Deploy.Credentials;

/// <summary>Credentials with the place that they are valid at: those of one region are none in another.</summary>
/// <param name="Credentials">The credentials.</param>
/// <param name="Region">The region, or null for the default.</param>
/// <param name="Edge">The edge, or null for the region's own.</param>
public sealed record TwilioLogin(ApiCredentials Credentials, string? Region, string? Edge);
