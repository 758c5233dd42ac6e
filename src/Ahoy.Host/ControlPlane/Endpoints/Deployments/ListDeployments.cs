using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Endpoints.Deployments;

/// <summary><c>GET /Services/{sid}/Environments/{sid}/Deployments</c></summary>
internal static class ListDeployments
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/Services/{service}/Environments/{environment}/Deployments", Handle);

    private static IResult Handle(
        string service, string environment, HttpRequest request, Finder finder, DeploymentStore deployments, Account account)
    {
        var query = PageQuery.Parse(request.Query);
        return ApiJson.Page(
            request,
            "deployments",
            query,
            deployments.Page(finder.Environment(request, service, environment).Sid, query.Place),
            row => DeploymentRepresentation.Of(row, request, account),
            ContractsJson.Default.DeploymentResource);
    }
}
