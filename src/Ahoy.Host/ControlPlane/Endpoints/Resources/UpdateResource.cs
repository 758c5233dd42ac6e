using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.Storage;
using Ahoy.Model;

namespace Ahoy.Host.ControlPlane.Endpoints.Resources;

/// <summary><c>POST /Services/{sid}/Functions/{sid}</c> and <c>/Assets/{sid}</c></summary>
internal static class UpdateResource
{
    public static void Map(IEndpointRouteBuilder routes, ResourceKind kind) => routes.MapPost(
        $"/Services/{{service}}/{ResourceNames.Collection(kind)}/{{sid}}",
        async (string service, string sid, HttpRequest request, Finder finder, ResourceStore resources, Account account, CancellationToken cancellationToken) =>
        {
            var found = finder.Resource(request, service, kind, sid);
            var form = await ApiForm.ReadAsync(request, cancellationToken);
            var friendlyName = form.RequiredText("FriendlyName", FieldLengths.Name);
            form.ThrowIfInvalid();
            var row = await resources.RenameAsync(found.ServiceSid, kind, sid, friendlyName, cancellationToken)
                ?? throw ApiException.NotFound(request);
            return ApiJson.Ok(NamedResourceRepresentation.Of(row, request, account), ContractsJson.Default.NamedResource);
        });
}
