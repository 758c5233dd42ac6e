using System.Collections.Frozen;
using Ahoy.Host.Environments;
using Ahoy.Host.Workers;
using Ahoy.Model;

namespace Ahoy.Host.Gateway;

/// <summary>The paths of a served Environment that can be reached by URL. Private resources are not in it, so that nothing can lead to them.</summary>
internal sealed class RouteTable
{
    private const string RootAsset = "/assets/index.html";

    private readonly FrozenDictionary<string, Route> _routes;
    private readonly FrozenDictionary<string, Route>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public RouteTable(ServedEnvironment served)
    {
        var routes = new Dictionary<string, Route>(StringComparer.Ordinal);
        var index = 0;
        foreach (var resource in served.Build.Resources)
        {
            var function = resource.Kind == ResourceKind.Function ? new FunctionTarget(served, resource, index++) : null;
            if (resource.Visibility != Visibility.Private)
            {
                routes.TryAdd(resource.Path, new Route(resource, served.FindFile(resource), function));
            }
        }

        if (!routes.ContainsKey("/") && routes.TryGetValue(RootAsset, out var root) && root.Function is null)
        {
            routes.Add("/", root);
        }

        _routes = routes.ToFrozenDictionary(StringComparer.Ordinal);
        _lookup = _routes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Finds what a path leads to; the path is as sent, encoded.</summary>
    public Route? Find(ReadOnlySpan<char> rawPath)
    {
        if (rawPath.Contains('%'))
        {
            return RequestTarget.DecodePath(rawPath) is { } path ? _routes.GetValueOrDefault(path) : null;
        }

        return _lookup.TryGetValue(rawPath, out var route) ? route : null;
    }
}
