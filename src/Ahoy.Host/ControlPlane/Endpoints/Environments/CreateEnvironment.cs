using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Endpoints.Environments;

/// <summary><c>POST /Services/{sid}/Environments</c></summary>
internal static class CreateEnvironment
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/Services/{service}/Environments", HandleAsync);

    private static async Task<IResult> HandleAsync(
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
}
