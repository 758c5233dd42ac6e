using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.ControlPlane.Serving;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Endpoints;

/// <summary>The Deployments of an Environment: a method a verb.</summary>
internal static class DeploymentEndpoints
{
    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/Services/{service}/Environments/{environment}/Deployments", List);
        routes.MapPost("/Services/{service}/Environments/{environment}/Deployments", CreateAsync);
        routes.MapGet("/Services/{service}/Environments/{environment}/Deployments/{sid}", Fetch);
    }

    /// <summary><c>GET /Services/{sid}/Environments/{sid}/Deployments</c></summary>
    private static IResult List(
        string service, string environment, HttpRequest request, Finder finder, DeploymentStore deployments, Account account)
    {
        var query = PageQuery.Parse(request.Query);
        return ApiJson.Page(
            request,
            "deployments",
            query,
            deployments.Page(finder.Environment(request, service, environment).Sid, query.Place),
            row => DeploymentRepresentation.Of(row, request, account),
            ContractsJson.Default.DeploymentResource);
    }

    /// <summary>
    /// <c>POST /Services/{sid}/Environments/{sid}/Deployments</c>: once this has answered, each new request to the Environment is served by the
    /// Build.
    /// </summary>
    /// <remarks>
    /// The platform's documentation calls <c>BuildSid</c> optional and does not say what a Deployment without one is; here it is refused,
    /// so that a forgotten parameter takes nothing out of service.
    /// </remarks>
    private static async Task<IResult> CreateAsync(
        string service,
        string environment,
        HttpRequest request,
        Finder finder,
        BuildStore builds,
        DeploymentStore deployments,
        StoredEnvironments served,
        Account account,
        CancellationToken cancellationToken)
    {
        var found = finder.Environment(request, service, environment);
        var form = await ApiForm.ReadAsync(request, cancellationToken);
        var buildSid = form.RequiredText("BuildSid", Sid.Length);
        form.ThrowIfInvalid();
        var build = builds.Find(found.ServiceSid, buildSid)
            ?? throw ApiException.Invalid($"BuildSid: the Service has no Build '{buildSid}'.");
        if (build.Status != BuildStatus.Completed)
        {
            throw ApiException.Invalid(build.Status == BuildStatus.Building
                ? $"BuildSid: the Build {buildSid} is still building. Wait until its status is 'completed'."
                : $"BuildSid: the Build {buildSid} failed: {string.Join(" ", build.Errors)}");
        }

        // Laid out before anything changes: what is served until now goes on where this fails.
        await served.PrepareAsync(build, cancellationToken);
        var row = await deployments.CreateAsync(found, build.Sid, cancellationToken);
        served.Refresh(found);
        return ApiJson.Created(DeploymentRepresentation.Of(row, request, account), ContractsJson.Default.DeploymentResource);
    }

    /// <summary><c>GET /Services/{sid}/Environments/{sid}/Deployments/{sid}</c></summary>
    private static IResult Fetch(
        string service, string environment, string sid, HttpRequest request, Finder finder, DeploymentStore deployments, Account account)
    {
        var found = finder.Environment(request, service, environment);
        var row = deployments.Find(found.Sid, sid) ?? throw ApiException.NotFound(request);
        return ApiJson.Ok(DeploymentRepresentation.Of(row, request, account), ContractsJson.Default.DeploymentResource);
    }
}
