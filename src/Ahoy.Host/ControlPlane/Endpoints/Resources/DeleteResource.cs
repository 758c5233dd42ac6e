using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.Storage;
using Ahoy.Model;

namespace Ahoy.Host.ControlPlane.Endpoints.Resources;

/// <summary><c>DELETE /Services/{sid}/Functions/{sid}</c> and <c>/Assets/{sid}</c></summary>
internal static class DeleteResource
{
    public static void Map(IEndpointRouteBuilder routes, ResourceKind kind) => routes.MapDelete(
        $"/Services/{{service}}/{ResourceNames.Collection(kind)}/{{sid}}",
        async (string service, string sid, HttpRequest request, Finder finder, ResourceStore resources, CancellationToken cancellationToken) =>
        {
            var found = finder.Resource(request, service, kind, sid);
            return await resources.DeleteAsync(found.ServiceSid, kind, found.Sid, cancellationToken)
                ? TypedResults.NoContent()
                : throw ApiException.NotFound(request);
        });
}
