using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Endpoints.Variables;

/// <summary><c>GET /Services/{sid}/Environments/{sid}/Variables</c></summary>
internal static class ListVariables
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/Services/{service}/Environments/{environment}/Variables", Handle);

    private static IResult Handle(
        string service, string environment, HttpRequest request, Finder finder, VariableStore variables, Account account)
    {
        var query = PageQuery.Parse(request.Query);
        return ApiJson.Page(
            request,
            "variables",
            query,
            variables.Page(finder.Environment(request, service, environment).Sid, query.Place),
            row => VariableRepresentation.Of(row, request, account),
            ContractsJson.Default.VariableResource);
    }
}
