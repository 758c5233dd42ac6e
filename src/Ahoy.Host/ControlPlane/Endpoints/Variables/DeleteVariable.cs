using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Serving;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Endpoints.Variables;

/// <summary><c>DELETE /Services/{sid}/Environments/{sid}/Variables/{sid}</c></summary>
internal static class DeleteVariable
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/Services/{service}/Environments/{environment}/Variables/{sid}", HandleAsync);

    private static async Task<IResult> HandleAsync(
        string service,
        string environment,
        string sid,
        HttpRequest request,
        Finder finder,
        VariableStore variables,
        ServedEnvironments served,
        CancellationToken cancellationToken)
    {
        var found = finder.Environment(request, service, environment);
        if (!await variables.DeleteAsync(found.Sid, sid, cancellationToken))
        {
            throw ApiException.NotFound(request);
        }

        served.Refresh(found);
        return TypedResults.NoContent();
    }
}
