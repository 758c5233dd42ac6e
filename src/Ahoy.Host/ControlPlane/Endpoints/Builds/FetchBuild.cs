using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Endpoints.Builds;

/// <summary><c>GET /Services/{sid}/Builds/{sid}</c></summary>
internal static class FetchBuild
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/Services/{service}/Builds/{sid}", Handle);

    private static IResult Handle(
        string service, string sid, HttpRequest request, Finder finder, VersionStore versions, Account account)
    {
        var row = finder.Build(request, service, sid);
        return ApiJson.Ok(BuildRepresentation.Of(row, versions.InBuild(row.Sid), request, account), ContractsJson.Default.BuildResource);
    }
}
