using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Endpoints.Environments;

/// <summary><c>GET /Services/{sid}/Environments</c></summary>
internal static class ListEnvironments
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/Services/{service}/Environments", Handle);

    private static IResult Handle(string service, HttpRequest request, Finder finder, EnvironmentStore environments, Account account)
    {
        var query = PageQuery.Parse(request.Query);
        return ApiJson.Page(
            request,
            "environments",
            query,
            environments.Page(finder.Service(request, service).Sid, query.Place),
            row => EnvironmentRepresentation.Of(row, request, account),
            ContractsJson.Default.EnvironmentResource);
    }
}
