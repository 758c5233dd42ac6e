using Ahoy.Deploy.Client;
using Ahoy.Model;

namespace Ahoy.Cli.Logs;

/// <summary>The paths of a Service's Functions, by SID: the lines of a log name them by SID alone.</summary>
internal sealed class FunctionPaths(ServerlessClient client, string serviceSid)
{
    private Dictionary<string, string?> _paths = new(StringComparer.Ordinal);

    /// <summary>A Function's path; null where the line is none's, or the Function is gone.</summary>
    public async Task<string?> FindAsync(string? sid, CancellationToken cancellation)
    {
        if (sid is null)
        {
            return null;
        }

        if (!_paths.ContainsKey(sid))
        {
            await ReadAsync(cancellation).ConfigureAwait(false);
            _paths.TryAdd(sid, null);
        }

        return _paths[sid];
    }

    /// <summary>The SID of the Function with a path, or null.</summary>
    public async Task<string?> FindSidAsync(string path, CancellationToken cancellation)
    {
        await ReadAsync(cancellation).ConfigureAwait(false);
        return _paths.FirstOrDefault(pair => pair.Value == path).Key;
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var paths = new Dictionary<string, string?>(_paths, StringComparer.Ordinal);
        await foreach (var function in client.Resources.ListAsync(serviceSid, ResourceKind.Function, cancellation).ConfigureAwait(false))
        {
            paths[function.Sid] = function.FriendlyName;
        }

        _paths = paths;
    }
}
