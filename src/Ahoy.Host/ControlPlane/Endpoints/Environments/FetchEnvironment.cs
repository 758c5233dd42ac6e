using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;

namespace Ahoy.Host.ControlPlane.Endpoints.Environments;

/// <summary><c>GET /Services/{sid}/Environments/{sid}</c></summary>
internal static class FetchEnvironment
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/Services/{service}/Environments/{sid}", Handle);

    private static IResult Handle(string service, string sid, HttpRequest request, Finder finder, Account account) =>
        ApiJson.Ok(
            EnvironmentRepresentation.Of(finder.Environment(request, service, sid), request, account),
            ContractsJson.Default.EnvironmentResource);
}
