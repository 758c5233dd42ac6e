using System.CommandLine;
using System.Runtime.CompilerServices;
using Ahoy.Cli.Connections;
using Ahoy.Deploy.Client;
using Ahoy.Api;

namespace Ahoy.Cli.Listing;

/// <summary>The Service and Environment that lists are about, found once and only where a list needs them.</summary>
internal sealed class ListScope(ServerlessClient client, ServiceOptions options, ParseResult parsed)
{
    private ServiceResource? _found;
    private EnvironmentResource? _environment;

    public ServerlessClient Client { get; } = client;

    public async Task<string> ServiceAsync(CancellationToken cancellation) =>
        (_found ??= await options.FindServiceAsync(Client, parsed, cancellation).ConfigureAwait(false)).Sid;

    public async Task<string> EnvironmentAsync(CancellationToken cancellation)
    {
        await ServiceAsync(cancellation).ConfigureAwait(false);
        _environment ??= await options.FindEnvironmentAsync(Client, _found!, parsed, cancellation).ConfigureAwait(false);
        return _environment.Sid;
    }

    public async IAsyncEnumerable<VersionResource> VersionsAsync(
        Func<BuildResource, IReadOnlyList<VersionResource>> select,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await EnvironmentAsync(cancellation).ConfigureAwait(false);
        if (_environment!.BuildSid is not { } sid)
        {
            yield break;
        }

        var build = await Client.Builds.GetAsync(_found!.Sid, sid, cancellation).ConfigureAwait(false);
        foreach (var version in select(build).OrderBy(v => v.Path, StringComparer.Ordinal))
        {
            yield return version;
        }
    }
}
