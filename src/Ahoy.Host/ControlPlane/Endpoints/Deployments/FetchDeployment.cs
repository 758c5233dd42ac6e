using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Endpoints.Deployments;

/// <summary><c>GET /Services/{sid}/Environments/{sid}/Deployments/{sid}</c></summary>
internal static class FetchDeployment
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/Services/{service}/Environments/{environment}/Deployments/{sid}", Handle);

    private static IResult Handle(
        string service, string environment, string sid, HttpRequest request, Finder finder, DeploymentStore deployments, Account account)
    {
        var found = finder.Environment(request, service, environment);
        var row = deployments.Find(found.Sid, sid) ?? throw ApiException.NotFound(request);
        return ApiJson.Ok(DeploymentRepresentation.Of(row, request, account), ContractsJson.Default.DeploymentResource);
    }
}
