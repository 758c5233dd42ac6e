using Ahoy.Host.ControlPlane.Serving;
using Ahoy.Host.Environments;

namespace Ahoy.Host.Offline.Services;

/// <summary>The Services that are deployed to <c>ahoy serve</c>. People write a Function's path as <c>&lt;service&gt;/path</c>.</summary>
internal sealed class DeployedServices(StoredEnvironments environments) : IOfflineServices
{
    /// <inheritdoc/>
    public string? ResolvePath(string path)
    {
        var (service, rest) = Split(path);
        return environments.FindByService(service) is { } served && FunctionPaths.Has(served, rest)
            ? $"https://{served.DomainName}{rest}"
            : null;
    }

    /// <inheritdoc/>
    public bool Owns(Uri url) => Find(url) is not null;

    /// <inheritdoc/>
    public string? FunctionOf(Uri url) =>
        Find(url) is { } served && FunctionPaths.Find(served, url.AbsolutePath) is { } path ? NameOf(served, path) : null;

    /// <inheritdoc/>
    public string NameOf(ServedEnvironment served, string functionPath) => served.Build.Service + functionPath;

    /// <inheritdoc/>
    public ServedEnvironment? EnvironmentOf(string? function) => function is null ? environments.Any() : environments.FindByService(Split(function).Service);

    private ServedEnvironment? Find(Uri url) => environments.Find(url.Authority) is { } served && FunctionPaths.IsAt(url, served.DomainName) ? served : null;

    private static (string Service, string Path) Split(string path)
    {
        var trimmed = path.TrimStart('/');
        var slash = trimmed.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (trimmed, "/") : (trimmed[..slash], trimmed[slash..]);
    }
}
