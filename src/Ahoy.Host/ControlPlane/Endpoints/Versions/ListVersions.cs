using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.Storage;
using Ahoy.Model;

namespace Ahoy.Host.ControlPlane.Endpoints.Versions;

/// <summary><c>GET /Services/{sid}/Functions/{sid}/Versions</c>, and the same of Assets</summary>
internal static class ListVersions
{
    public static void Map(IEndpointRouteBuilder routes, ResourceKind kind) => routes.MapGet(
        $"/Services/{{service}}/{ResourceNames.Collection(kind)}/{{resource}}/Versions",
        (string service, string resource, HttpRequest request, Finder finder, VersionStore versions, Account account) =>
        {
            var query = PageQuery.Parse(request.Query);
            return ApiJson.Page(
                request,
                ResourceNames.VersionListKey(kind),
                query,
                versions.Page(finder.Resource(request, service, kind, resource).Sid, query.Place),
                row => VersionRepresentation.Of(row, request, account),
                ContractsJson.Default.VersionResource);
        });
}
