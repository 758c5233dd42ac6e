using Ahoy.Host.ControlPlane.Serving;
using Ahoy.Host.Deployments;

namespace Ahoy.Host.Offline;

/// <summary>The Services that are deployed to <c>ahoy serve</c>. People write a Function's path as <c>&lt;service&gt;/path</c>.</summary>
internal sealed class DeployedServices(ServedEnvironments environments) : IOfflineServices
{
    /// <inheritdoc/>
    public string? ResolvePath(string path)
    {
        var (service, rest) = Split(path);
        return environments.FindByService(service) is { } deployment && FunctionPaths.Has(deployment, rest)
            ? $"https://{deployment.DomainName}{rest}"
            : null;
    }

    /// <inheritdoc/>
    public bool Owns(Uri url) => Find(url) is not null;

    /// <inheritdoc/>
    public string? FunctionOf(Uri url) =>
        Find(url) is { } deployment && FunctionPaths.Find(deployment, url.AbsolutePath) is { } path ? NameOf(deployment, path) : null;

    /// <inheritdoc/>
    public string NameOf(Deployment deployment, string functionPath) => deployment.Build.Service + functionPath;

    /// <inheritdoc/>
    public Deployment? DeploymentOf(string? function) => function is null ? environments.Any() : environments.FindByService(Split(function).Service);

    private Deployment? Find(Uri url) => environments.Find(url.Authority) is { } deployment && FunctionPaths.IsAt(url, deployment.DomainName) ? deployment : null;

    private static (string Service, string Path) Split(string path)
    {
        var trimmed = path.TrimStart('/');
        var slash = trimmed.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (trimmed, "/") : (trimmed[..slash], trimmed[slash..]);
    }
}
