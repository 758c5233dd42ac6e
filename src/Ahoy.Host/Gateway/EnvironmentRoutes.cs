using Ahoy.Host.Environments;

namespace Ahoy.Host.Gateway;

/// <summary>A served Environment and the paths that lead into it.</summary>
internal sealed record EnvironmentRoutes(ServedEnvironment Served, RouteTable Routes);
