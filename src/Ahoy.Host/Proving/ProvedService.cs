using Ahoy.Host.Commands;
using Ahoy.Host.Environments;
using Ahoy.Host.Workers;
using Ahoy.Model;

namespace Ahoy.Host.Proving;

/// <summary>A project as a run of one of its Functions has it: what <c>ahoy start</c> would serve, and the Node that it would serve it with.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="NodePath">Node.</param>
/// <param name="NodeMajor">Node's major version.</param>
/// <param name="Configuration">What a worker is told of the project, as JSON.</param>
/// <param name="Files">The Functions' files, in the order of their numbers.</param>
internal sealed record ProvedService(string Folder, string NodePath, int NodeMajor, byte[] Configuration, IReadOnlyList<string> Files)
{
    /// <summary>Reads a project, which says on standard error what is wrong with it.</summary>
    /// <returns>The project; null where it can't be served.</returns>
    /// <exception cref="WorkerStartException">There is no Node.</exception>
    public static async Task<ProvedService?> ReadAsync(StartSettings settings, CancellationToken cancellation)
    {
        (NodeInstallation Node, byte[] Configuration, IReadOnlyList<string> Files)? found = null;
        var quiet = settings with { Port = settings.Port ?? 0, IsLive = false, IsAnnounced = false, Page = null };
        await new StartRunner(quiet, TimeProvider.System, look: served => found = Of(settings, served)).RunAsync(cancellation).ConfigureAwait(false);
        if (found is not var (node, configuration, files))
        {
            return null;
        }

        var major = node.Major ?? throw new WorkerStartException($"'{node.File}' is not Node: name the one to use with --node.");
        return major < ProvingProcess.OldestNode
            ? throw new WorkerStartException($"Node {node.Version} ('{node.File}') can't be kept from the machine's files while Functions run: install Node {ProvingProcess.OldestNode} or newer, or name another one with --node.")
            : new ProvedService(settings.Folder, node.File, major, configuration, files);
    }

    private static (NodeInstallation Node, byte[] Configuration, IReadOnlyList<string> Files) Of(StartSettings settings, ServedEnvironment served)
    {
        var node = NodeLocator.Find(settings.Node, settings.Folder, served.Build.Runtime) ?? throw new WorkerStartException(NodeLocator.MissingMessage);
        return (node, WorkerConfiguration.Describe(served, HostModules.Folder, options: null), [.. WorkerConfiguration.Functions(served.Build).Select(served.FindFile)]);
    }
}
