using Ahoy.Host.Deployments;

namespace Ahoy.Host.Offline;

/// <summary>The one Service of <c>ahoy start</c>.</summary>
/// <param name="catalog">What is served.</param>
/// <param name="port">The gateway's port.</param>
internal sealed class ProjectServices(IDeploymentCatalog catalog, Func<int> port) : IOfflineServices
{
    private Deployment Current => catalog.Find("localhost")!;

    /// <inheritdoc/>
    public string? ResolvePath(string path)
    {
        var deployment = Current;
        return FunctionPaths.Has(deployment, path) ? $"https://{deployment.DomainName}{path}" : null;
    }

    /// <inheritdoc/>
    public bool Owns(Uri url) =>
        FunctionPaths.IsAt(url, Current.DomainName) || (url.IsLoopback && url.Port == port());

    /// <inheritdoc/>
    public string? FunctionOf(Uri url) => Owns(url) ? FunctionPaths.Find(Current, url.AbsolutePath) : null;

    /// <inheritdoc/>
    public string NameOf(Deployment deployment, string functionPath) => functionPath;

    /// <inheritdoc/>
    public Deployment? DeploymentOf(string? function) => Current;
}
