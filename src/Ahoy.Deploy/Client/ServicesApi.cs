using System.Net;
using Ahoy.Api;
using Ahoy.Deploy.Http;

namespace Ahoy.Deploy.Client;

/// <summary>The Services of the account.</summary>
public sealed class ServicesApi
{
    private readonly ApiConnection _connection;

    internal ServicesApi(ApiConnection connection) => _connection = connection;

    /// <summary>All Services, newest first.</summary>
    public IAsyncEnumerable<ServiceResource> ListAsync(CancellationToken cancellationToken) =>
        _connection.ListAsync("Services", ContractsJson.Default.ServiceResource, cancellationToken);

    /// <summary>One Service.</summary>
    /// <param name="sidOrName">Its SID or its unique name.</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task<ServiceResource> GetAsync(string sidOrName, CancellationToken cancellationToken) =>
        _connection.SendAsync(
            ApiRequest.Get($"Services/{Uri.EscapeDataString(sidOrName)}"), ContractsJson.Default.ServiceResource, cancellationToken);

    /// <summary>One Service, or null where it is not there.</summary>
    /// <param name="sid">Its SID.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<ServiceResource?> TryGetAsync(string sid, CancellationToken cancellationToken)
    {
        try
        {
            return await GetAsync(sid, cancellationToken);
        }
        catch (ServerlessApiException e) when (e.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>The Service with a unique name, or null.</summary>
    public async Task<ServiceResource?> FindAsync(string uniqueName, CancellationToken cancellationToken)
    {
        await foreach (var service in ListAsync(cancellationToken))
        {
            if (service.UniqueName == uniqueName)
            {
                return service;
            }
        }

        return null;
    }

    /// <summary>Makes a Service.</summary>
    public Task<ServiceResource> CreateAsync(
        string uniqueName, string friendlyName, bool includeCredentials, bool uiEditable, CancellationToken cancellationToken) =>
        _connection.CreateAsync(
            ApiRequest.Post(
                "Services",
                ("UniqueName", uniqueName),
                ("FriendlyName", friendlyName),
                ("IncludeCredentials", includeCredentials ? "true" : "false"),
                ("UiEditable", uiEditable ? "true" : "false")),
            ContractsJson.Default.ServiceResource,
            token => FindAsync(uniqueName, token),
            cancellationToken);

    /// <summary>Deletes a Service with everything in it.</summary>
    public Task DeleteAsync(string sid, CancellationToken cancellationToken) =>
        _connection.DeleteAsync($"Services/{sid}", cancellationToken);
}
