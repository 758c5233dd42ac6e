using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;

namespace Ahoy.Host.ControlPlane.Endpoints.Services;

/// <summary><c>GET /Services/{sid or unique name}</c></summary>
internal static class FetchService
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/Services/{service}", Handle);

    private static IResult Handle(string service, HttpRequest request, Finder finder, Account account) =>
        ApiJson.Ok(
            ServiceRepresentation.Of(finder.Service(request, service), request, account),
            ContractsJson.Default.ServiceResource);
}
