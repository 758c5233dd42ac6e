namespace Ahoy.Host.ControlPlane.Serving;

/// <summary>The region that a host plays for what is deployed to it: its Functions see it in their context. Page: Regional support for Functions and Assets.</summary>
/// <param name="Region"><c>ie1</c>; null where deployments are in no region.</param>
/// <param name="Edge"><c>dublin</c>; null where there is none.</param>
internal sealed record HostRegion(string? Region, string? Edge);
