using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.ControlPlane.Serving;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Endpoints.Variables;

/// <summary><c>POST /Services/{sid}/Environments/{sid}/Variables</c></summary>
internal static class CreateVariable
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/Services/{service}/Environments/{environment}/Variables", HandleAsync);

    private static async Task<IResult> HandleAsync(
        string service,
        string environment,
        HttpRequest request,
        Finder finder,
        VariableStore variables,
        ServedEnvironments served,
        Account account,
        CancellationToken cancellationToken)
    {
        var found = finder.Environment(request, service, environment);
        var (key, value) = VariableForm.Read(await ApiForm.ReadAsync(request, cancellationToken), isNew: true);
        var row = await variables.CreateAsync(found, key!, value!, cancellationToken);
        served.Refresh(found);
        return ApiJson.Created(VariableRepresentation.Of(row, request, account), ContractsJson.Default.VariableResource);
    }
}
