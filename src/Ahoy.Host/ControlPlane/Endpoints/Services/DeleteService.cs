using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Serving;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Endpoints.Services;

/// <summary><c>DELETE /Services/{sid}</c>: with everything in it.</summary>
internal static class DeleteService
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/Services/{service}", HandleAsync);

    private static async Task<IResult> HandleAsync(
        string service, HttpRequest request, Finder finder, ServiceStore services, ServedEnvironments served, CancellationToken cancellationToken)
    {
        var found = finder.Service(request, service);
        if (!await services.DeleteAsync(found.Sid, cancellationToken))
        {
            throw ApiException.NotFound(request);
        }

        served.RefreshService(found.Sid);
        return TypedResults.NoContent();
    }
}
