using Ahoy.Host.ControlPlane.Endpoints;

namespace Ahoy.Host.ControlPlane;

/// <summary>The addresses of the Serverless API v1.</summary>
internal static class ControlPlaneEndpoints
{
    public static void MapControlPlane(this IEndpointRouteBuilder routes)
    {
        var v1 = routes.MapGroup("/v1");
        ServiceEndpoints.Map(v1);
        EnvironmentEndpoints.Map(v1);
        ResourceEndpoints.Map(v1);
        VersionEndpoints.Map(v1);
        BuildEndpoints.Map(v1);
        DeploymentEndpoints.Map(v1);
        VariableEndpoints.Map(v1);
        LogEndpoints.Map(v1);
    }
}
