using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.Storage;
using Ahoy.Model;

namespace Ahoy.Host.ControlPlane.Endpoints.Resources;

/// <summary><c>GET /Services/{sid}/Functions</c> and <c>/Assets</c></summary>
internal static class ListResources
{
    public static void Map(IEndpointRouteBuilder routes, ResourceKind kind) => routes.MapGet(
        $"/Services/{{service}}/{ResourceNames.Collection(kind)}",
        (string service, HttpRequest request, Finder finder, ResourceStore resources, Account account) =>
        {
            var query = PageQuery.Parse(request.Query);
            return ApiJson.Page(
                request,
                ResourceNames.ListKey(kind),
                query,
                resources.Page(finder.Service(request, service).Sid, kind, query.Place),
                row => NamedResourceRepresentation.Of(row, request, account),
                ContractsJson.Default.NamedResource);
        });
}
