using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.Storage;
using Ahoy.Model;

namespace Ahoy.Host.ControlPlane.Endpoints.Services;

/// <summary><c>POST /Services</c></summary>
internal static class CreateService
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/Services", HandleAsync);

    private static async Task<IResult> HandleAsync(
        HttpRequest request, ServiceStore services, Account account, CancellationToken cancellationToken)
    {
        var form = await ApiForm.ReadAsync(request, cancellationToken);
        var uniqueName = form.RequiredText("UniqueName", FieldLengths.Name);
        var friendlyName = form.RequiredText("FriendlyName", FieldLengths.Name);
        var includeCredentials = form.Flag("IncludeCredentials") ?? true;
        var uiEditable = form.Flag("UiEditable") ?? false;
        if (uniqueName.Length > 0 && ServiceName.Validate(uniqueName) is { } problem)
        {
            form.Add($"UniqueName: {problem}.");
        }

        form.ThrowIfInvalid();
        var row = await services.CreateAsync(uniqueName, friendlyName, includeCredentials, uiEditable, cancellationToken);
        return ApiJson.Created(ServiceRepresentation.Of(row, request, account), ContractsJson.Default.ServiceResource);
    }
}
