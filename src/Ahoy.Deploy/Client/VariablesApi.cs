using Ahoy.Api;
using Ahoy.Deploy.Http;

namespace Ahoy.Deploy.Client;

/// <summary>The variables of an Environment.</summary>
public sealed class VariablesApi
{
    private readonly ApiConnection _connection;

    internal VariablesApi(ApiConnection connection) => _connection = connection;

    /// <summary>All variables of an Environment, with their values.</summary>
    public IAsyncEnumerable<VariableResource> ListAsync(string serviceSid, string environmentSid, CancellationToken cancellationToken) =>
        _connection.ListAsync(Path(serviceSid, environmentSid), ContractsJson.Default.VariableResource, cancellationToken);

    /// <summary>Makes a variable.</summary>
    public Task<VariableResource> CreateAsync(
        string serviceSid, string environmentSid, string key, string value, CancellationToken cancellationToken) =>
        _connection.CreateAsync(
            ApiRequest.Post(Path(serviceSid, environmentSid), ("Key", key), ("Value", value)),
            ContractsJson.Default.VariableResource,
            token => FindAsync(serviceSid, environmentSid, key, token),
            cancellationToken);

    /// <summary>Changes the value of a variable.</summary>
    public Task<VariableResource> UpdateAsync(
        string serviceSid, string environmentSid, string sid, string value, CancellationToken cancellationToken) =>
        _connection.SendAsync(
            ApiRequest.Post($"{Path(serviceSid, environmentSid)}/{sid}", ("Value", value)),
            ContractsJson.Default.VariableResource,
            cancellationToken);

    /// <summary>Deletes a variable.</summary>
    public Task DeleteAsync(string serviceSid, string environmentSid, string sid, CancellationToken cancellationToken) =>
        _connection.DeleteAsync($"{Path(serviceSid, environmentSid)}/{sid}", cancellationToken);

    private static string Path(string serviceSid, string environmentSid) => $"Services/{serviceSid}/Environments/{environmentSid}/Variables";

    private async Task<VariableResource?> FindAsync(string serviceSid, string environmentSid, string key, CancellationToken cancellationToken)
    {
        await foreach (var variable in ListAsync(serviceSid, environmentSid, cancellationToken))
        {
            if (variable.Key == key)
            {
                return variable;
            }
        }

        return null;
    }
}
