using System.Collections.Concurrent;
using System.Text.Json;
using Ahoy.Cli.Checking;
using Ahoy.Cli.Output;
using Ahoy.Cli.Proofs;
using Ahoy.Host.Proving;
using Ahoy.Host.Workers;

namespace Ahoy.Cli.Proving;

/// <summary>Runs the Functions in which something was found, until runs show it; and, where that is asked for, each with what it asks of others failing.</summary>
internal sealed class FindingProver : IFindingProver
{
    // Beyond what the search may take: Node's start, and modules that are slow to load.
    private static readonly TimeSpan s_patienceBeside = TimeSpan.FromSeconds(20);

    private const int MostQuestions = 50;

    /// <inheritdoc/>
    public async Task<CheckResult> ProveAsync(CheckResult result, CheckRequest request, CancellationToken cancellation)
    {
        var options = request.Proving;
        var files = result.Files.ToArray();
        var failures = new List<string>(result.Failures);
        var jobs = new List<ProvingJob>();
        foreach (var folder in result.Folders)
        {
            if (!files.Any(file => ProvingJob.IsAsked(file, options)))
            {
                continue;
            }

            if (await ReadAsync(folder, request, cancellation).ConfigureAwait(false) is { } service)
            {
                jobs.AddRange(Jobs(service, files, options));
            }
            else
            {
                failures.Add($"{folder}: its Functions can't be run, for the reason above.");
            }
        }

        var waiting = new ConcurrentQueue<ProvingJob>(jobs);
        await Task.WhenAll(Enumerable.Range(0, Math.Min(options.Processes, jobs.Count)).Select(_ => RunAllAsync(waiting, options, failures, cancellation))).ConfigureAwait(false);
        foreach (var job in jobs)
        {
            files[job.Index] = job.Finish();
        }

        var proved = result with { Files = files, Failures = failures };
        return options.TestsFolder is { } tests ? proved with { Notes = [.. proved.Notes, new ProofTests(tests).Write(proved)] } : proved;
    }

    private static async Task<ProvedService?> ReadAsync(string folder, CheckRequest request, CancellationToken cancellation)
    {
        try
        {
            return await ProvedService.ReadAsync(request.ServiceSettings() with { Folder = folder }, cancellation).ConfigureAwait(false);
        }
        catch (WorkerStartException e)
        {
            throw new UserErrorException(e.Message);
        }
    }

    private static IEnumerable<ProvingJob> Jobs(ProvedService service, CheckedFile[] files, ProvingOptions options)
    {
        for (var number = 0; number < service.Files.Count; number++)
        {
            var path = service.Files[number];
            var index = Array.FindIndex(files, file => file.FullPath == path);
            if (index >= 0 && ProvingJob.IsAsked(files[index], options))
            {
                yield return new ProvingJob(service, number, index, files[index], options);
            }
        }
    }

    // One process after the other: each is for one project, and none for many Functions, whose modules it keeps.
    private static async Task RunAllAsync(ConcurrentQueue<ProvingJob> waiting, ProvingOptions options, List<string> failures, CancellationToken cancellation)
    {
        ProvingProcess? process = null;
        ProvedService? of = null;
        var asked = 0;
        try
        {
            while (waiting.TryDequeue(out var job))
            {
                if (process is not null && (of != job.Service || asked == MostQuestions))
                {
                    await process.DisposeAsync().ConfigureAwait(false);
                    process = null;
                }

                of = job.Service;
                if (!await RunAsync(job, process ??= Start(job.Service, out asked), options, failures, cancellation).ConfigureAwait(false))
                {
                    await process.DisposeAsync().ConfigureAwait(false);
                    process = null;
                }

                asked++;
            }
        }
        finally
        {
            if (process is not null)
            {
                await process.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private static ProvingProcess Start(ProvedService service, out int asked)
    {
        asked = 0;
        try
        {
            return new ProvingProcess(service.NodePath, service.NodeMajor);
        }
        catch (WorkerStartException e)
        {
            throw new UserErrorException(e.Message);
        }
    }

    // Whether the process can be asked again.
    private static async Task<bool> RunAsync(ProvingJob job, ProvingProcess process, ProvingOptions options, List<string> failures, CancellationToken cancellation)
    {
        var patience = TimeSpan.FromSeconds(2 * options.Seconds) + s_patienceBeside;
        try
        {
            using var answer = await process.AskAsync(job.Question(), patience, cancellation).ConfigureAwait(false);
            if (answer is null)
            {
                job.GiveUp($"the runs did not end within {patience.TotalSeconds:0} s");
                return false;
            }

            if (answer.RootElement.TryGetProperty("failure", out var failure))
            {
                job.GiveUp($"the runs failed: {failure.GetString()?.Split('\n')[0]}");
                return false;
            }

            job.Take(answer.RootElement);
            return true;
        }
        catch (Exception e) when (e is WorkerStartException or JsonException)
        {
            lock (failures)
            {
                failures.Add($"{job.File.Path}: its runs could not be made: {e.Message}");
            }

            job.GiveUp("the runs could not be made");
            return false;
        }
    }
}
