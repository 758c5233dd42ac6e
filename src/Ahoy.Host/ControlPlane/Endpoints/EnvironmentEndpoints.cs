using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.ControlPlane.Serving;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Endpoints;

/// <summary>The Environments of a Service: a method a verb.</summary>
internal static class EnvironmentEndpoints
{
    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/Services/{service}/Environments", List);
        routes.MapPost("/Services/{service}/Environments", CreateAsync);
        routes.MapGet("/Services/{service}/Environments/{sid}", Fetch);
        routes.MapDelete("/Services/{service}/Environments/{sid}", DeleteAsync);
    }

    /// <summary><c>GET /Services/{sid}/Environments</c></summary>
    private static IResult List(string service, HttpRequest request, Finder finder, EnvironmentStore environments, Account account)
    {
        var query = PageQuery.Parse(request.Query);
        return ApiJson.Page(
            request,
            "environments",
            query,
            environments.Page(finder.Service(request, service).Sid, query.Place),
            row => EnvironmentRepresentation.Of(row, request, account),
            ContractsJson.Default.EnvironmentResource);
    }

    /// <summary><c>POST /Services/{sid}/Environments</c></summary>
    private static async Task<IResult> CreateAsync(
        string service,
        HttpRequest request,
        Finder finder,
        EnvironmentStore environments,
        Account account,
        CancellationToken cancellationToken)
    {
        var found = finder.Service(request, service);
        var form = await ApiForm.ReadAsync(request, cancellationToken);
        var uniqueName = form.RequiredText("UniqueName", FieldLengths.EnvironmentName);
        var domainSuffix = form.Text("DomainSuffix", FieldLengths.DomainSuffix);
        if (!string.IsNullOrEmpty(domainSuffix) && !IsPartOfDomainName(domainSuffix))
        {
            form.Add($"DomainSuffix: '{domainSuffix}' has other characters than letters, digits and dashes, or ends with a dash.");
        }

        form.ThrowIfInvalid();
        var row = await environments.CreateAsync(
            found, uniqueName, string.IsNullOrEmpty(domainSuffix) ? null : domainSuffix, cancellationToken);
        return ApiJson.Created(EnvironmentRepresentation.Of(row, request, account), ContractsJson.Default.EnvironmentResource);
    }

    private static bool IsPartOfDomainName(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && text[^1] != '-';

    /// <summary><c>GET /Services/{sid}/Environments/{sid}</c></summary>
    private static IResult Fetch(string service, string sid, HttpRequest request, Finder finder, Account account) =>
        ApiJson.Ok(
            EnvironmentRepresentation.Of(finder.Environment(request, service, sid), request, account),
            ContractsJson.Default.EnvironmentResource);

    /// <summary><c>DELETE /Services/{sid}/Environments/{sid}</c></summary>
    private static async Task<IResult> DeleteAsync(
        string service,
        string sid,
        HttpRequest request,
        Finder finder,
        EnvironmentStore environments,
        StoredEnvironments served,
        CancellationToken cancellationToken)
    {
        var found = finder.Environment(request, service, sid);
        if (!await environments.DeleteAsync(found.ServiceSid, found.Sid, cancellationToken))
        {
            throw ApiException.NotFound(request);
        }

        served.Refresh(found);
        return TypedResults.NoContent();
    }
}
