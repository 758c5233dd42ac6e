using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.Storage;
using Ahoy.Model;

namespace Ahoy.Host.ControlPlane.Endpoints.Resources;

/// <summary><c>POST /Services/{sid}/Functions</c> and <c>/Assets</c></summary>
internal static class CreateResource
{
    public static void Map(IEndpointRouteBuilder routes, ResourceKind kind) => routes.MapPost(
        $"/Services/{{service}}/{ResourceNames.Collection(kind)}",
        async (string service, HttpRequest request, Finder finder, ResourceStore resources, Account account, CancellationToken cancellationToken) =>
        {
            var found = finder.Service(request, service);
            var form = await ApiForm.ReadAsync(request, cancellationToken);
            var friendlyName = form.RequiredText("FriendlyName", FieldLengths.Name);
            form.ThrowIfInvalid();
            var row = await resources.CreateAsync(found.Sid, kind, friendlyName, cancellationToken);
            return ApiJson.Created(NamedResourceRepresentation.Of(row, request, account), ContractsJson.Default.NamedResource);
        });
}
