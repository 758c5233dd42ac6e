using System.Net;
using Ahoy.Api;
using Ahoy.Deploy.Http;

namespace Ahoy.Deploy.Client;

/// <summary>The Deployments of an Environment.</summary>
public sealed class DeploymentsApi
{
    private readonly ApiConnection _connection;

    internal DeploymentsApi(ApiConnection connection) => _connection = connection;

    /// <summary>All Deployments of an Environment, newest first.</summary>
    public IAsyncEnumerable<DeploymentResource> ListAsync(string serviceSid, string environmentSid, CancellationToken cancellationToken) =>
        _connection.ListAsync(
            $"Services/{serviceSid}/Environments/{environmentSid}/Deployments", ContractsJson.Default.DeploymentResource, cancellationToken);

    /// <summary>Lets an Environment serve a Build. Where it does already, that is as good: the platform refuses it, and gives no other Deployment.</summary>
    public async Task<DeploymentResource> CreateAsync(
        string serviceSid, string environmentSid, string buildSid, CancellationToken cancellationToken)
    {
        try
        {
            return await _connection.CreateAsync(
                ApiRequest.Post($"Services/{serviceSid}/Environments/{environmentSid}/Deployments", ("BuildSid", buildSid)),
                ContractsJson.Default.DeploymentResource,
                token => CurrentAsync(serviceSid, environmentSid, buildSid, token),
                cancellationToken);
        }
        catch (ServerlessApiException e) when (e.Status == HttpStatusCode.Conflict)
        {
            if (await CurrentAsync(serviceSid, environmentSid, buildSid, cancellationToken) is { } current)
            {
                return current;
            }

            throw;
        }
    }

    // Where the Environment serves the Build already, another Deployment would change nothing.
    private async Task<DeploymentResource?> CurrentAsync(
        string serviceSid, string environmentSid, string buildSid, CancellationToken cancellationToken)
    {
        var environment = await _connection.SendAsync(
            ApiRequest.Get($"Services/{serviceSid}/Environments/{environmentSid}"), ContractsJson.Default.EnvironmentResource, cancellationToken);
        if (environment.BuildSid != buildSid)
        {
            return null;
        }

        await foreach (var deployment in ListAsync(serviceSid, environmentSid, cancellationToken))
        {
            if (deployment.BuildSid == buildSid)
            {
                return deployment;
            }
        }

        return null;
    }
}
