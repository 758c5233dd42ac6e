using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Endpoints.Builds;

/// <summary><c>DELETE /Services/{sid}/Builds/{sid}</c></summary>
internal static class DeleteBuild
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/Services/{service}/Builds/{sid}", HandleAsync);

    private static async Task<IResult> HandleAsync(
        string service, string sid, HttpRequest request, Finder finder, BuildStore builds, CancellationToken cancellationToken)
    {
        var found = finder.Build(request, service, sid);
        return await builds.DeleteAsync(found.ServiceSid, found.Sid, cancellationToken)
            ? TypedResults.NoContent()
            : throw ApiException.NotFound(request);
    }
}
