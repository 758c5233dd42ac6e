using Ahoy.Host.Environments;

namespace Ahoy.Host.Offline.Services;

/// <summary>The one Service of <c>ahoy start</c>.</summary>
/// <param name="catalog">What is served.</param>
/// <param name="port">The gateway's port.</param>
internal sealed class ProjectServices(IEnvironmentCatalog catalog, Func<int> port) : IOfflineServices
{
    private ServedEnvironment Current => catalog.Find("localhost")!;

    /// <inheritdoc/>
    public string? ResolvePath(string path)
    {
        var served = Current;
        return FunctionPaths.Has(served, path) ? $"https://{served.DomainName}{path}" : null;
    }

    /// <inheritdoc/>
    public bool Owns(Uri url) =>
        FunctionPaths.IsAt(url, Current.DomainName) || (url.IsLoopback && url.Port == port());

    /// <inheritdoc/>
    public string? FunctionOf(Uri url) => Owns(url) ? FunctionPaths.Find(Current, url.AbsolutePath) : null;

    /// <inheritdoc/>
    public string NameOf(ServedEnvironment served, string functionPath) => functionPath;

    /// <inheritdoc/>
    public ServedEnvironment? EnvironmentOf(string? function) => Current;
}
