using Ahoy.Api;
using Ahoy.Deploy.Http;
using Ahoy.Model;

namespace Ahoy.Deploy.Client;

/// <summary>The Functions and Assets of a Service.</summary>
public sealed class ResourcesApi
{
    private readonly ApiConnection _connection;

    internal ResourcesApi(ApiConnection connection) => _connection = connection;

    /// <summary>All Functions, or all Assets, of a Service.</summary>
    public IAsyncEnumerable<NamedResource> ListAsync(string serviceSid, ResourceKind kind, CancellationToken cancellationToken) =>
        _connection.ListAsync(ResourcePaths.List(serviceSid, kind), ContractsJson.Default.NamedResource, cancellationToken);

    /// <summary>Makes a Function or an Asset.</summary>
    public Task<NamedResource> CreateAsync(string serviceSid, ResourceKind kind, string friendlyName, CancellationToken cancellationToken) =>
        _connection.CreateAsync(
            ApiRequest.Post(ResourcePaths.List(serviceSid, kind), ("FriendlyName", friendlyName)),
            ContractsJson.Default.NamedResource,
            token => FindAsync(serviceSid, kind, friendlyName, token),
            cancellationToken);

    /// <summary>Deletes a Function or an Asset.</summary>
    public Task DeleteAsync(string serviceSid, ResourceKind kind, string sid, CancellationToken cancellationToken) =>
        _connection.DeleteAsync($"{ResourcePaths.List(serviceSid, kind)}/{sid}", cancellationToken);

    private async Task<NamedResource?> FindAsync(string serviceSid, ResourceKind kind, string friendlyName, CancellationToken cancellationToken)
    {
        await foreach (var resource in ListAsync(serviceSid, kind, cancellationToken))
        {
            if (resource.FriendlyName == friendlyName)
            {
                return resource;
            }
        }

        return null;
    }
}
