using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.Storage;
using Ahoy.Model;

namespace Ahoy.Host.ControlPlane.Endpoints.Versions;

/// <summary><c>GET /Services/{sid}/Functions/{sid}/Versions/{sid}</c>, and the same of Assets</summary>
internal static class FetchVersion
{
    public static void Map(IEndpointRouteBuilder routes, ResourceKind kind) => routes.MapGet(
        $"/Services/{{service}}/{ResourceNames.Collection(kind)}/{{resource}}/Versions/{{sid}}",
        (string service, string resource, string sid, HttpRequest request, Finder finder, VersionStore versions, Account account) =>
        {
            var found = finder.Resource(request, service, kind, resource);
            var row = versions.Find(found.Sid, sid) ?? throw ApiException.NotFound(request);
            return ApiJson.Ok(VersionRepresentation.Of(row, request, account), ContractsJson.Default.VersionResource);
        });
}
