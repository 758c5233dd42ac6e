using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;

namespace Ahoy.Host.ControlPlane.Endpoints.Builds;

/// <summary><c>GET /Services/{sid}/Builds/{sid}/Status</c></summary>
internal static class FetchBuildStatus
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/Services/{service}/Builds/{sid}/Status", Handle);

    private static IResult Handle(string service, string sid, HttpRequest request, Finder finder, Account account) =>
        ApiJson.Ok(
            BuildRepresentation.Status(finder.Build(request, service, sid), request, account),
            ContractsJson.Default.BuildStatusResource);
}
