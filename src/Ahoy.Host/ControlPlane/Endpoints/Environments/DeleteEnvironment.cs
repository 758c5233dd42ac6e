using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Serving;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Endpoints.Environments;

/// <summary><c>DELETE /Services/{sid}/Environments/{sid}</c></summary>
internal static class DeleteEnvironment
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/Services/{service}/Environments/{sid}", HandleAsync);

    private static async Task<IResult> HandleAsync(
        string service,
        string sid,
        HttpRequest request,
        Finder finder,
        EnvironmentStore environments,
        ServedEnvironments served,
        CancellationToken cancellationToken)
    {
        var found = finder.Environment(request, service, sid);
        if (!await environments.DeleteAsync(found.ServiceSid, found.Sid, cancellationToken))
        {
            throw ApiException.NotFound(request);
        }

        served.Refresh(found);
        return TypedResults.NoContent();
    }
}
