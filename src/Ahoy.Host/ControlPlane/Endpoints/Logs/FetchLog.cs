using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Endpoints.Logs;

/// <summary><c>GET /Services/{sid}/Environments/{sid}/Logs/{sid}</c></summary>
internal static class FetchLog
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/Services/{service}/Environments/{environment}/Logs/{sid}", Handle);

    private static IResult Handle(
        string service, string environment, string sid, HttpRequest request, Finder finder, LogDatabase logs, Account account)
    {
        var found = finder.Environment(request, service, environment);
        var row = logs.Find(found.Sid, sid) ?? throw ApiException.NotFound(request);
        return ApiJson.Ok(LogRepresentation.Of(row, request, account), ContractsJson.Default.LogResource);
    }
}
