using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.Storage;
using Ahoy.Model;

namespace Ahoy.Host.ControlPlane.Endpoints.Versions;

/// <summary>
/// <c>POST /Services/{sid}/Functions/{sid}/Versions</c>, and the same of Assets: the upload, with the parts <c>Path</c>, <c>Visibility</c> and
/// <c>Content</c>.
/// </summary>
internal static class CreateVersion
{
    public static void Map(IEndpointRouteBuilder routes, ResourceKind kind) => routes.MapPost(
        $"/Services/{{service}}/{ResourceNames.Collection(kind)}/{{resource}}/Versions",
        async (
            string service,
            string resource,
            HttpRequest request,
            Finder finder,
            ContentStore contents,
            VersionStore versions,
            Account account,
            CancellationToken cancellationToken) =>
        {
            var found = finder.Resource(request, service, kind, resource);
            var upload = await VersionUpload.ReadAsync(kind, request, contents, cancellationToken);
            var row = await versions.CreateAsync(
                found, upload.Path, upload.Visibility, upload.ContentType, upload.Content, cancellationToken);
            return ApiJson.Created(VersionRepresentation.Of(row, request, account), ContractsJson.Default.VersionResource);
        });
}
