using Ahoy.Cli.Changes;
using Ahoy.Cli.Output;

namespace Ahoy.Cli.Checking;

/// <summary>Checks once and tells the result: what was found, less what the baseline keeps and what has not changed.</summary>
internal sealed class CheckRunner(CheckRequest request, IFindingProver prover)
{
    /// <summary>Checks.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="UserErrorException">The baseline, the configuration or the revision can't be used, or the result can't be written.</exception>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var configuration = request.ReadConfiguration();
        var known = request.Baseline is { } file ? KnownFindings.Load(file, request.UpdateBaseline) : null;
        var changes = request.ChangedSince is { } revision
            ? await GitChanges.FindAsync(request.Folders, revision, cancellation).ConfigureAwait(false)
            : null;

        var result = new ProjectChecker(request.Fix).Check(request.Folders, request.Given, cancellation, configuration);
        result = request.Proving.IsOn ? await prover.ProveAsync(result, request, cancellation).ConfigureAwait(false) : result;
        result = known?.Apply(result) ?? result;
        result = request.UpdateBaseline && known is not null ? known.Update(result) : result;
        result = changes is null ? result : new ChangedFindings(changes).Apply(result);

        foreach (var message in result.Failures.Concat(result.Problems).Concat(result.Notes))
        {
            await Console.Error.WriteLineAsync(message).ConfigureAwait(false);
        }

        // With nothing to check, all that there is to say has been said; a format for programs is written all the same.
        if (result.Files.Count > 0 || (result.Failures.Count == 0 && (result.Problems.Count == 0 || request.Format != TextReport.Format)))
        {
            Write(result);
        }

        return result.ExitCode;
    }

    private void Write(CheckResult result)
    {
        if (request.Output is not { } path)
        {
            using var console = Console.OpenStandardOutput();
            request.Format.Write(result, console);
            return;
        }

        try
        {
            WholeFile.Write(path, file => request.Format.Write(result, file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{path} can't be written: {e.Message}");
        }
    }
}
