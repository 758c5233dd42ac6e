using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.ControlPlane.Serving;
using Ahoy.Host.Storage;
using Ahoy.Model;

namespace Ahoy.Host.ControlPlane.Endpoints;

/// <summary>The Services: a method a verb.</summary>
internal static class ServiceEndpoints
{
    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/Services", List);
        routes.MapPost("/Services", CreateAsync);
        routes.MapGet("/Services/{service}", Fetch);
        routes.MapPost("/Services/{service}", UpdateAsync);
        routes.MapDelete("/Services/{service}", DeleteAsync);
    }

    /// <summary><c>GET /Services</c></summary>
    private static IResult List(HttpRequest request, ServiceStore services, Account account)
    {
        var query = PageQuery.Parse(request.Query);
        return ApiJson.Page(
            request,
            "services",
            query,
            services.Page(query.Place),
            row => ServiceRepresentation.Of(row, request, account),
            ContractsJson.Default.ServiceResource);
    }

    /// <summary><c>POST /Services</c></summary>
    private static async Task<IResult> CreateAsync(
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

    /// <summary><c>GET /Services/{sid or unique name}</c></summary>
    private static IResult Fetch(string service, HttpRequest request, Finder finder, Account account) =>
        ApiJson.Ok(
            ServiceRepresentation.Of(finder.Service(request, service), request, account),
            ContractsJson.Default.ServiceResource);

    /// <summary><c>POST /Services/{sid}</c></summary>
    private static async Task<IResult> UpdateAsync(
        string service,
        HttpRequest request,
        Finder finder,
        ServiceStore services,
        StoredEnvironments served,
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

    /// <summary><c>DELETE /Services/{sid}</c>: with everything in it.</summary>
    private static async Task<IResult> DeleteAsync(
        string service, HttpRequest request, Finder finder, ServiceStore services, StoredEnvironments served, CancellationToken cancellationToken)
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
