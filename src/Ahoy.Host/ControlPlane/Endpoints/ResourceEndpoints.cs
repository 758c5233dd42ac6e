using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.Storage;
using Ahoy.Model;

namespace Ahoy.Host.ControlPlane.Endpoints;

/// <summary>The Functions and Assets of a Service: a method a verb.</summary>
internal static class ResourceEndpoints
{
    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var kind in Enum.GetValues<ResourceKind>())
        {
            List(routes, kind);
            Create(routes, kind);
            Fetch(routes, kind);
            Update(routes, kind);
            Delete(routes, kind);
        }
    }

    /// <summary><c>GET /Services/{sid}/Functions</c> and <c>/Assets</c></summary>
    private static void List(IEndpointRouteBuilder routes, ResourceKind kind) => routes.MapGet(
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

    /// <summary><c>POST /Services/{sid}/Functions</c> and <c>/Assets</c></summary>
    private static void Create(IEndpointRouteBuilder routes, ResourceKind kind) => routes.MapPost(
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

    /// <summary><c>GET /Services/{sid}/Functions/{sid}</c> and <c>/Assets/{sid}</c></summary>
    private static void Fetch(IEndpointRouteBuilder routes, ResourceKind kind) => routes.MapGet(
        $"/Services/{{service}}/{ResourceNames.Collection(kind)}/{{sid}}",
        (string service, string sid, HttpRequest request, Finder finder, Account account) => ApiJson.Ok(
            NamedResourceRepresentation.Of(finder.Resource(request, service, kind, sid), request, account),
            ContractsJson.Default.NamedResource));

    /// <summary><c>POST /Services/{sid}/Functions/{sid}</c> and <c>/Assets/{sid}</c></summary>
    private static void Update(IEndpointRouteBuilder routes, ResourceKind kind) => routes.MapPost(
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

    /// <summary><c>DELETE /Services/{sid}/Functions/{sid}</c> and <c>/Assets/{sid}</c></summary>
    private static void Delete(IEndpointRouteBuilder routes, ResourceKind kind) => routes.MapDelete(
        $"/Services/{{service}}/{ResourceNames.Collection(kind)}/{{sid}}",
        async (string service, string sid, HttpRequest request, Finder finder, ResourceStore resources, CancellationToken cancellationToken) =>
        {
            var found = finder.Resource(request, service, kind, sid);
            return await resources.DeleteAsync(found.ServiceSid, kind, found.Sid, cancellationToken)
                ? TypedResults.NoContent()
                : throw ApiException.NotFound(request);
        });
}
