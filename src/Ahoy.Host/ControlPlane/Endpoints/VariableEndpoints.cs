using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.ControlPlane.Serving;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Endpoints;

/// <summary>The variables of an Environment: a method a verb.</summary>
internal static class VariableEndpoints
{
    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/Services/{service}/Environments/{environment}/Variables", List);
        routes.MapPost("/Services/{service}/Environments/{environment}/Variables", CreateAsync);
        routes.MapGet("/Services/{service}/Environments/{environment}/Variables/{sid}", Fetch);
        routes.MapPost("/Services/{service}/Environments/{environment}/Variables/{sid}", UpdateAsync);
        routes.MapDelete("/Services/{service}/Environments/{environment}/Variables/{sid}", DeleteAsync);
    }

    /// <summary><c>GET /Services/{sid}/Environments/{sid}/Variables</c></summary>
    private static IResult List(
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

    /// <summary><c>POST /Services/{sid}/Environments/{sid}/Variables</c></summary>
    private static async Task<IResult> CreateAsync(
        string service,
        string environment,
        HttpRequest request,
        Finder finder,
        VariableStore variables,
        StoredEnvironments served,
        Account account,
        CancellationToken cancellationToken)
    {
        var found = finder.Environment(request, service, environment);
        var (key, value) = VariableForm.Read(await ApiForm.ReadAsync(request, cancellationToken), isNew: true);
        var row = await variables.CreateAsync(found, key!, value!, cancellationToken);
        served.Refresh(found);
        return ApiJson.Created(VariableRepresentation.Of(row, request, account), ContractsJson.Default.VariableResource);
    }

    /// <summary><c>GET /Services/{sid}/Environments/{sid}/Variables/{sid}</c></summary>
    private static IResult Fetch(
        string service, string environment, string sid, HttpRequest request, Finder finder, VariableStore variables, Account account)
    {
        var found = finder.Environment(request, service, environment);
        var row = variables.Find(found.Sid, sid) ?? throw ApiException.NotFound(request);
        return ApiJson.Ok(VariableRepresentation.Of(row, request, account), ContractsJson.Default.VariableResource);
    }

    /// <summary><c>POST /Services/{sid}/Environments/{sid}/Variables/{sid}</c></summary>
    private static async Task<IResult> UpdateAsync(
        string service,
        string environment,
        string sid,
        HttpRequest request,
        Finder finder,
        VariableStore variables,
        StoredEnvironments served,
        Account account,
        CancellationToken cancellationToken)
    {
        var found = finder.Environment(request, service, environment);
        var (key, value) = VariableForm.Read(await ApiForm.ReadAsync(request, cancellationToken), isNew: false);
        var row = await variables.UpdateAsync(found.Sid, sid, key, value, cancellationToken) ?? throw ApiException.NotFound(request);
        served.Refresh(found);
        return ApiJson.Ok(VariableRepresentation.Of(row, request, account), ContractsJson.Default.VariableResource);
    }

    /// <summary><c>DELETE /Services/{sid}/Environments/{sid}/Variables/{sid}</c></summary>
    private static async Task<IResult> DeleteAsync(
        string service,
        string environment,
        string sid,
        HttpRequest request,
        Finder finder,
        VariableStore variables,
        StoredEnvironments served,
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
