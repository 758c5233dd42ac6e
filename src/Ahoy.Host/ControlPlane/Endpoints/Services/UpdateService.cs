using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.ControlPlane.Serving;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Endpoints.Services;

/// <summary><c>POST /Services/{sid}</c></summary>
internal static class UpdateService
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/Services/{service}", HandleAsync);

    private static async Task<IResult> HandleAsync(
        string service,
        HttpRequest request,
        Finder finder,
        ServiceStore services,
        ServedEnvironments served,
        Account account,
        CancellationToken cancellationToken)
    {
        var found = finder.Service(request, service);
        var form = await ApiForm.ReadAsync(request, cancellationToken);
        var friendlyName = form.Text("FriendlyName", FieldLengths.Name);
        var includeCredentials = form.Flag("IncludeCredentials");
        var uiEditable = form.Flag("UiEditable");
        form.ThrowIfInvalid();
        var row = await services.UpdateAsync(found.Sid, friendlyName, includeCredentials, uiEditable, cancellationToken)
            ?? throw ApiException.NotFound(request);
        served.RefreshService(row.Sid);
        return ApiJson.Ok(ServiceRepresentation.Of(row, request, account), ContractsJson.Default.ServiceResource);
    }
}
