using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Endpoints.Variables;

/// <summary><c>GET /Services/{sid}/Environments/{sid}/Variables/{sid}</c></summary>
internal static class FetchVariable
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/Services/{service}/Environments/{environment}/Variables/{sid}", Handle);

    private static IResult Handle(
        string service, string environment, string sid, HttpRequest request, Finder finder, VariableStore variables, Account account)
    {
        var found = finder.Environment(request, service, environment);
        var row = variables.Find(found.Sid, sid) ?? throw ApiException.NotFound(request);
        return ApiJson.Ok(VariableRepresentation.Of(row, request, account), ContractsJson.Default.VariableResource);
    }
}
