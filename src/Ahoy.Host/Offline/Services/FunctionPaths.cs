using Ahoy.Host.Environments;
using Ahoy.Host.Gateway;
using Ahoy.Model;

namespace Ahoy.Host.Offline.Services;

/// <summary>Looks for Functions by path.</summary>
internal static class FunctionPaths
{
    /// <summary>Whether a Function that can be reached has a path, which may have a query.</summary>
    public static bool Has(ServedEnvironment served, string path)
    {
        var end = path.AsSpan().IndexOfAny('?', '#');
        return Find(served, end < 0 ? path : path[..end]) is not null;
    }

    /// <summary>The path of the Function that a path, still encoded, leads to; null where there is none.</summary>
    public static string? Find(ServedEnvironment served, string rawPath) =>
        RequestTarget.DecodePath(rawPath) is { } path
        && served.Build.Resources.Any(r => r.Kind == ResourceKind.Function && r.Visibility != Visibility.Private && r.Path == path)
            ? path
            : null;

    /// <summary>
    /// Whether a URL's host is a Service's domain name. The port may be left out of a name that nobody else can have: the API tells domain names
    /// without it.
    /// </summary>
    public static bool IsAt(Uri url, string domainName)
    {
        var colon = domainName.LastIndexOf(':');
        var name = colon < 0 ? domainName : domainName[..colon];
        return url.IdnHost.Equals(name, StringComparison.OrdinalIgnoreCase)
            && (colon < 0 || url.Authority.EndsWith(domainName[colon..], StringComparison.Ordinal) || (url.IsDefaultPort && !name.Equals("localhost", StringComparison.OrdinalIgnoreCase)));
    }
}
