using Ahoy.Host.Commands;
using Ahoy.Host.Environments;
using Ahoy.Host.Workers;

namespace Ahoy.Host.Proving;

/// <summary>A project as a run of one of its Functions has it: what <c>ahoy start</c> would serve, and the Node that it would serve it with.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="NodePath">Node.</param>
/// <param name="Configuration">What a worker is told of the project, as JSON.</param>
/// <param name="Files">The Functions' files, in the order of their numbers.</param>
internal sealed record ProvedService(string Folder, string NodePath, byte[] Configuration, IReadOnlyList<string> Files)
{
    /// <summary>Reads a project, which says on standard error what is wrong with it.</summary>
    /// <returns>The project; null where it can't be served.</returns>
    /// <exception cref="WorkerStartException">There is no Node.</exception>
    public static async Task<ProvedService?> ReadAsync(StartSettings settings, CancellationToken cancellation)
    {
        ProvedService? found = null;
        var quiet = settings with { Port = settings.Port ?? 0, IsLive = false, IsAnnounced = false, Page = null };
        await new StartRunner(quiet, TimeProvider.System, look: served => found = Of(settings, served)).RunAsync(cancellation).ConfigureAwait(false);
        return found;
    }

    private static ProvedService Of(StartSettings settings, ServedEnvironment served)
    {
        var node = NodeLocator.Find(settings.Node, settings.Folder, served.Build.Runtime) ?? throw new WorkerStartException(NodeLocator.MissingMessage);
        return new ProvedService(
            settings.Folder,
            node.File,
            WorkerConfiguration.Describe(served, HostModules.Folder, options: null),
            [.. WorkerConfiguration.Functions(served.Build).Select(served.FindFile)]);
    }
}
