using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Endpoints.Services;

/// <summary><c>GET /Services</c></summary>
internal static class ListServices
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/Services", Handle);

    private static IResult Handle(HttpRequest request, ServiceStore services, Account account)
    {
        var query = PageQuery.Parse(request.Query);
        return ApiJson.Page(
            request,
            "services",
            query,
            services.Page(query.Place),
            row => ServiceRepresentation.Of(row, request, account),
            ContractsJson.Default.ServiceResource);
    }
}
