using Ahoy.Api;
using Ahoy.Host.ControlPlane.Serving;
using Ahoy.Host.Storage;

namespace Ahoy.Host.Page;

/// <summary>What is deployed to this host: the Environments with their last Deployments, and a Build made live in one of them.</summary>
internal sealed class HostDeploys(ServiceStore services, EnvironmentStore environments, DeploymentStore deployments, BuildStore builds, StoredEnvironments served)
{
    private const int MostDeployments = 10;

    /// <summary>All Environments.</summary>
    public IReadOnlyList<EnvironmentItem> List() =>
    [
        .. from service in services.Page(new PageRequest(1000)).Rows
           from environment in environments.Page(service.Sid, new PageRequest(1000)).Rows
           select new EnvironmentItem(
               service.Sid,
               service.UniqueName,
               environment.Sid,
               environment.UniqueName,
               environment.DomainName,
               environment.BuildSid,
               [.. deployments.Page(environment.Sid, new PageRequest(MostDeployments)).Rows.Select(d => new DeployItem(d.Sid, d.BuildSid, d.Created))]),
    ];

    /// <summary>Makes a Build live in an Environment, as a Deployment of the API's does.</summary>
    /// <returns>What is wrong, or null.</returns>
    public async Task<string?> DeployAsync(string serviceSid, string environmentSid, string buildSid, CancellationToken cancellation)
    {
        if (environments.Find(serviceSid, environmentSid) is not { } environment)
        {
            return $"There is no Environment {environmentSid} any more.";
        }

        if (builds.Find(serviceSid, buildSid) is not { Status: BuildStatus.Completed } build)
        {
            return $"The Service has no completed Build {buildSid} any more.";
        }

        try
        {
            // Laid out before anything changes: what is served until now goes on where this fails.
            await served.PrepareAsync(build, cancellation).ConfigureAwait(false);
            await deployments.CreateAsync(environment, build.Sid, cancellation).ConfigureAwait(false);
        }
        catch (ConflictException e)
        {
            return e.Message;
        }

        served.Refresh(environment);
        return null;
    }
}
