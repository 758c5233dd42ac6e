using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Model;

namespace Ahoy.Host.ControlPlane.Endpoints.Resources;

/// <summary><c>GET /Services/{sid}/Functions/{sid}</c> and <c>/Assets/{sid}</c></summary>
internal static class FetchResource
{
    public static void Map(IEndpointRouteBuilder routes, ResourceKind kind) => routes.MapGet(
        $"/Services/{{service}}/{ResourceNames.Collection(kind)}/{{sid}}",
        (string service, string sid, HttpRequest request, Finder finder, Account account) => ApiJson.Ok(
            NamedResourceRepresentation.Of(finder.Resource(request, service, kind, sid), request, account),
            ContractsJson.Default.NamedResource));
}
