using Ahoy.Host.ControlPlane.Endpoints.Builds;
using Ahoy.Host.ControlPlane.Endpoints.Deployments;
using Ahoy.Host.ControlPlane.Endpoints.Environments;
using Ahoy.Host.ControlPlane.Endpoints.Logs;
using Ahoy.Host.ControlPlane.Endpoints.Resources;
using Ahoy.Host.ControlPlane.Endpoints.Services;
using Ahoy.Host.ControlPlane.Endpoints.Variables;
using Ahoy.Host.ControlPlane.Endpoints.Versions;
using Ahoy.Model;

namespace Ahoy.Host.ControlPlane;

/// <summary>The addresses of the Serverless API v1.</summary>
internal static class ControlPlaneEndpoints
{
    public static void MapControlPlane(this IEndpointRouteBuilder routes)
    {
        var v1 = routes.MapGroup("/v1");

        ListServices.Map(v1);
        CreateService.Map(v1);
        FetchService.Map(v1);
        UpdateService.Map(v1);
        DeleteService.Map(v1);

        ListEnvironments.Map(v1);
        CreateEnvironment.Map(v1);
        FetchEnvironment.Map(v1);
        DeleteEnvironment.Map(v1);

        foreach (var kind in Enum.GetValues<ResourceKind>())
        {
            ListResources.Map(v1, kind);
            CreateResource.Map(v1, kind);
            FetchResource.Map(v1, kind);
            UpdateResource.Map(v1, kind);
            DeleteResource.Map(v1, kind);
            ListVersions.Map(v1, kind);
            CreateVersion.Map(v1, kind);
            FetchVersion.Map(v1, kind);
        }

        FetchVersionContent.Map(v1);

        ListBuilds.Map(v1);
        CreateBuild.Map(v1);
        FetchBuild.Map(v1);
        FetchBuildStatus.Map(v1);
        DeleteBuild.Map(v1);

        ListDeployments.Map(v1);
        CreateDeployment.Map(v1);
        FetchDeployment.Map(v1);

        ListVariables.Map(v1);
        CreateVariable.Map(v1);
        FetchVariable.Map(v1);
        UpdateVariable.Map(v1);
        DeleteVariable.Map(v1);

        ListLogs.Map(v1);
        FetchLog.Map(v1);
    }
}
