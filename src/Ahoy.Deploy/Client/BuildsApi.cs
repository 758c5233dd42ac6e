using System.Text.Json;
using Ahoy.Api;
using Ahoy.Deploy.Http;

namespace Ahoy.Deploy.Client;

/// <summary>The Builds of a Service.</summary>
public sealed class BuildsApi
{
    private const int AddedByThePlatform = 2;

    private readonly ApiConnection _connection;

    internal BuildsApi(ApiConnection connection) => _connection = connection;

    /// <summary>All Builds of a Service, newest first.</summary>
    public IAsyncEnumerable<BuildResource> ListAsync(string serviceSid, CancellationToken cancellationToken) =>
        _connection.ListAsync($"Services/{serviceSid}/Builds", ContractsJson.Default.BuildResource, cancellationToken);

    /// <summary>One Build.</summary>
    public Task<BuildResource> GetAsync(string serviceSid, string sid, CancellationToken cancellationToken) =>
        _connection.SendAsync(ApiRequest.Get($"Services/{serviceSid}/Builds/{sid}"), ContractsJson.Default.BuildResource, cancellationToken);

    /// <summary>How far a Build is.</summary>
    public Task<BuildStatusResource> GetStatusAsync(string serviceSid, string sid, CancellationToken cancellationToken) =>
        _connection.SendAsync(
            ApiRequest.Get($"Services/{serviceSid}/Builds/{sid}/Status"), ContractsJson.Default.BuildStatusResource, cancellationToken);

    /// <summary>Starts a Build.</summary>
    /// <param name="serviceSid">The Service.</param>
    /// <param name="functionVersions">The SIDs of the Versions of Functions.</param>
    /// <param name="assetVersions">The SIDs of the Versions of Assets.</param>
    /// <param name="dependencies">The npm modules.</param>
    /// <param name="runtime">The runtime.</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task<BuildResource> CreateAsync(
        string serviceSid,
        IReadOnlyCollection<string> functionVersions,
        IReadOnlyCollection<string> assetVersions,
        IReadOnlyCollection<BuildDependency> dependencies,
        string runtime,
        CancellationToken cancellationToken) =>
        _connection.CreateAsync(
            ApiRequest.Post(
                $"Services/{serviceSid}/Builds",
                [
                    .. functionVersions.Select(v => ("FunctionVersions", (string?)v)),
                    .. assetVersions.Select(v => ("AssetVersions", (string?)v)),
                    ("Dependencies", dependencies.Count == 0
                        ? null
                        : JsonSerializer.Serialize([.. dependencies], ContractsJson.Default.BuildDependencyArray)),
                    ("Runtime", runtime),
                ]),
            ContractsJson.Default.BuildResource,
            token => FindSameAsync(serviceSid, functionVersions.Concat(assetVersions).ToHashSet(), dependencies, runtime, token),
            cancellationToken);

    /// <summary>Deletes a Build that no Environment serves.</summary>
    public Task DeleteAsync(string serviceSid, string sid, CancellationToken cancellationToken) =>
        _connection.DeleteAsync($"Services/{serviceSid}/Builds/{sid}", cancellationToken);

    /// <summary>The newest Build that did not fail and has exactly these Versions, dependencies and runtime (of Assets alone the platform's default); or null.</summary>
    /// <remarks>Its content is the same as that of a new one would be, since nothing of it can change.</remarks>
    public async Task<BuildResource?> FindSameAsync(
        string serviceSid,
        IReadOnlySet<string> versions,
        IReadOnlyCollection<BuildDependency> dependencies,
        string runtime,
        CancellationToken cancellationToken)
    {
        await foreach (var build in ListAsync(serviceSid, cancellationToken))
        {
            if (build.Status != BuildStatus.Failed
                && (build.FunctionVersions.Count == 0 || build.Runtime == runtime)
                && versions.SetEquals(build.FunctionVersions.Concat(build.AssetVersions).Select(v => v.Sid))
                && HasAll(build.Dependencies ?? [], dependencies))
            {
                return build;
            }
        }

        return null;
    }

    // The platform adds modules of its own to those that were asked for.
    private static bool HasAll(IReadOnlyCollection<BuildDependency> all, IReadOnlyCollection<BuildDependency> wanted) =>
        all.Count <= wanted.Count + AddedByThePlatform && wanted.All(all.Contains);
}
