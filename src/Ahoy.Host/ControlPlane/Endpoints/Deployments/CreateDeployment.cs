using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.ControlPlane.Serving;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Endpoints.Deployments;

/// <summary>
/// <c>POST /Services/{sid}/Environments/{sid}/Deployments</c>: once this has answered, each new request to the Environment is served by the
/// Build.
/// </summary>
/// <remarks>
/// The platform's documentation calls <c>BuildSid</c> optional and does not say what a Deployment without one is; here it is refused,
/// so that a forgotten parameter takes nothing out of service.
/// </remarks>
internal static class CreateDeployment
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/Services/{service}/Environments/{environment}/Deployments", HandleAsync);

    private static async Task<IResult> HandleAsync(
        string service,
        string environment,
        HttpRequest request,
        Finder finder,
        BuildStore builds,
        DeploymentStore deployments,
        ServedEnvironments served,
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
}
