namespace Ahoy.Deploy.Verification;

/// <summary>A deployed resource does not answer.</summary>
internal sealed class EndpointSilentException(DeployedEndpoint endpoint, string problem) : Exception($"{endpoint.Url}: {problem}");
