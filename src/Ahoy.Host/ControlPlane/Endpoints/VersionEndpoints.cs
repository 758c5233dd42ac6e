using System.Text;
using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.Storage;
using Ahoy.Model;

namespace Ahoy.Host.ControlPlane.Endpoints;

/// <summary>The Versions of a Function or an Asset: a method a verb.</summary>
internal static class VersionEndpoints
{
    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var kind in Enum.GetValues<ResourceKind>())
        {
            List(routes, kind);
            Create(routes, kind);
            Fetch(routes, kind);
        }

        routes.MapGet("/Services/{service}/Functions/{resource}/Versions/{sid}/Content", FetchContentAsync);
    }

    /// <summary><c>GET /Services/{sid}/Functions/{sid}/Versions</c>, and the same of Assets</summary>
    private static void List(IEndpointRouteBuilder routes, ResourceKind kind) => routes.MapGet(
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

    /// <summary>
    /// <c>POST /Services/{sid}/Functions/{sid}/Versions</c>, and the same of Assets: the upload, with the parts <c>Path</c>, <c>Visibility</c> and
    /// <c>Content</c>.
    /// </summary>
    private static void Create(IEndpointRouteBuilder routes, ResourceKind kind) => routes.MapPost(
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

    /// <summary><c>GET /Services/{sid}/Functions/{sid}/Versions/{sid}</c>, and the same of Assets</summary>
    private static void Fetch(IEndpointRouteBuilder routes, ResourceKind kind) => routes.MapGet(
        $"/Services/{{service}}/{ResourceNames.Collection(kind)}/{{resource}}/Versions/{{sid}}",
        (string service, string resource, string sid, HttpRequest request, Finder finder, VersionStore versions, Account account) =>
        {
            var found = finder.Resource(request, service, kind, resource);
            var row = versions.Find(found.Sid, sid) ?? throw ApiException.NotFound(request);
            return ApiJson.Ok(VersionRepresentation.Of(row, request, account), ContractsJson.Default.VersionResource);
        });

    /// <summary><c>GET /Services/{sid}/Functions/{sid}/Versions/{sid}/Content</c>: the source of a Function</summary>
    private static async Task<IResult> FetchContentAsync(
        string service,
        string resource,
        string sid,
        HttpRequest request,
        Finder finder,
        VersionStore versions,
        ContentStore contents,
        Account account,
        CancellationToken cancellationToken)
    {
        var found = finder.Resource(request, service, ResourceKind.Function, resource);
        var row = versions.Find(found.Sid, sid) ?? throw ApiException.NotFound(request);
        using var reader = new StreamReader(contents.Open(row.Sha256), Encoding.UTF8);
        var source = await reader.ReadToEndAsync(cancellationToken);
        return ApiJson.Ok(
            VersionRepresentation.Content(row, source, request, account), ContractsJson.Default.VersionContentResource);
    }
}
