using System.Text;
using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.Storage;
using Ahoy.Model;

namespace Ahoy.Host.ControlPlane.Endpoints.Versions;

/// <summary><c>GET /Services/{sid}/Functions/{sid}/Versions/{sid}/Content</c>: the source of a Function</summary>
internal static class FetchVersionContent
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/Services/{service}/Functions/{resource}/Versions/{sid}/Content", HandleAsync);

    private static async Task<IResult> HandleAsync(
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
