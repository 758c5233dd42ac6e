using Ahoy.Cli.Output;

namespace Ahoy.Cli.Checking;

/// <summary><c>ahoy check --watch</c>: checks, and checks again whenever a file has changed, until the user has enough.</summary>
internal sealed class CheckWatch(CheckRequest request, IFindingProver prover, TextWriter notes, TimeProvider time)
{
    /// <summary>Checks until it is cancelled.</summary>
    /// <exception cref="OperationCanceledException">It was.</exception>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        // First, so that no change is lost between a check and the next.
        using var watcher = new CheckWatcher(
            request.Folders,
            new[] { request.Baseline, request.ConfigurationFile }.OfType<string>(),
            new[] { request.Output }.OfType<string>(),
            time);
        var runner = new CheckRunner(request, prover);
        while (true)
        {
            // What is wrong now may be put right with the next change.
            await Failures.RunAsync(() => runner.RunAsync(cancellation), CancellationToken.None, notes).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            await notes.WriteLineAsync("Waiting for changes. Ctrl+C ends it.").ConfigureAwait(false);
            var changed = await watcher.WaitAsync(cancellation).ConfigureAwait(false);
            await notes.WriteLineAsync($"{Path.GetRelativePath(Directory.GetCurrentDirectory(), changed).Replace('\\', '/')} has changed.").ConfigureAwait(false);
        }
    }
}
