using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.ControlPlane.Serving;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Endpoints.Variables;

/// <summary><c>POST /Services/{sid}/Environments/{sid}/Variables/{sid}</c></summary>
internal static class UpdateVariable
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/Services/{service}/Environments/{environment}/Variables/{sid}", HandleAsync);

    private static async Task<IResult> HandleAsync(
        string service,
        string environment,
        string sid,
        HttpRequest request,
        Finder finder,
        VariableStore variables,
        ServedEnvironments served,
        Account account,
        CancellationToken cancellationToken)
    {
        var found = finder.Environment(request, service, environment);
        var (key, value) = VariableForm.Read(await ApiForm.ReadAsync(request, cancellationToken), isNew: false);
        var row = await variables.UpdateAsync(found.Sid, sid, key, value, cancellationToken) ?? throw ApiException.NotFound(request);
        served.Refresh(found);
        return ApiJson.Ok(VariableRepresentation.Of(row, request, account), ContractsJson.Default.VariableResource);
    }
}
