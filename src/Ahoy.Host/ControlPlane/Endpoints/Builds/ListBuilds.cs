using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Endpoints.Builds;

/// <summary><c>GET /Services/{sid}/Builds</c></summary>
internal static class ListBuilds
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/Services/{service}/Builds", Handle);

    private static IResult Handle(
        string service, HttpRequest request, Finder finder, BuildStore builds, VersionStore versions, Account account)
    {
        var query = PageQuery.Parse(request.Query);
        return ApiJson.Page(
            request,
            "builds",
            query,
            builds.Page(finder.Service(request, service).Sid, query.Place),
            row => BuildRepresentation.Of(row, versions.InBuild(row.Sid), request, account),
            ContractsJson.Default.BuildResource);
    }
}
