using Ahoy.Host.Deployments;

namespace Ahoy.Host.Gateway;

/// <summary>A deployment and the paths that lead into it.</summary>
internal sealed record SiteContent(Deployment Deployment, RouteTable Routes);
