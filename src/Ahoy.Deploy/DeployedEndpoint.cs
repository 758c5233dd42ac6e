using Ahoy.Model;

namespace Ahoy.Deploy;

/// <summary>A resource that is reachable, and where.</summary>
/// <param name="Kind">Function or Asset.</param>
/// <param name="Visibility">Public or protected.</param>
/// <param name="Path">Its path.</param>
/// <param name="Url">Its address.</param>
public sealed record DeployedEndpoint(ResourceKind Kind, Visibility Visibility, string Path, Uri Url);
