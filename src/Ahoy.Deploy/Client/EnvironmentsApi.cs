using Ahoy.Api;
using Ahoy.Deploy.Http;

namespace Ahoy.Deploy.Client;

/// <summary>The Environments of a Service.</summary>
public sealed class EnvironmentsApi
{
    private readonly ApiConnection _connection;

    internal EnvironmentsApi(ApiConnection connection) => _connection = connection;

    /// <summary>The unique name that the deploy tools give the Environment of a suffix.</summary>
    public static string UniqueNameOf(string suffix) => suffix.Length == 0 ? "production" : $"{suffix}-environment";

    /// <summary>All Environments of a Service.</summary>
    public IAsyncEnumerable<EnvironmentResource> ListAsync(string serviceSid, CancellationToken cancellationToken) =>
        _connection.ListAsync($"Services/{serviceSid}/Environments", ContractsJson.Default.EnvironmentResource, cancellationToken);

    /// <summary>One Environment.</summary>
    public Task<EnvironmentResource> GetAsync(string serviceSid, string sid, CancellationToken cancellationToken) =>
        _connection.SendAsync(
            ApiRequest.Get($"Services/{serviceSid}/Environments/{sid}"), ContractsJson.Default.EnvironmentResource, cancellationToken);

    /// <summary>The Environment with a SID or a domain suffix (empty for production), or null.</summary>
    public async Task<EnvironmentResource?> FindAsync(string serviceSid, string sidOrSuffix, CancellationToken cancellationToken)
    {
        if (Sid.Is(Sid.Environment, sidOrSuffix))
        {
            return await GetAsync(serviceSid, sidOrSuffix, cancellationToken);
        }

        EnvironmentResource? found = null;
        await foreach (var environment in ListAsync(serviceSid, cancellationToken))
        {
            if (string.Equals(environment.DomainSuffix ?? "", sidOrSuffix, StringComparison.OrdinalIgnoreCase))
            {
                // The platform once allowed two of a suffix: the one with the tools' name is meant.
                if (found is null || environment.UniqueName == UniqueNameOf(sidOrSuffix))
                {
                    found = environment;
                }
            }
        }

        return found;
    }

    /// <summary>Makes the Environment of a domain suffix (empty for production).</summary>
    public Task<EnvironmentResource> CreateAsync(string serviceSid, string suffix, CancellationToken cancellationToken) =>
        _connection.CreateAsync(
            ApiRequest.Post(
                $"Services/{serviceSid}/Environments",
                ("UniqueName", UniqueNameOf(suffix)),
                ("DomainSuffix", suffix.Length == 0 ? null : suffix)),
            ContractsJson.Default.EnvironmentResource,
            token => FindAsync(serviceSid, suffix, token),
            cancellationToken);

    /// <summary>Deletes an Environment with its Deployments and variables.</summary>
    public Task DeleteAsync(string serviceSid, string sid, CancellationToken cancellationToken) =>
        _connection.DeleteAsync($"Services/{serviceSid}/Environments/{sid}", cancellationToken);
}
