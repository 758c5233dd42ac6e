using System.Collections.Concurrent;
using System.Text.Json;
using Ahoy.Analysis.Baselines;
using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Proving;
using Ahoy.Analysis.Suppressions;
using Ahoy.Cli.Checking;
using Ahoy.Cli.Output;
using Ahoy.Host.Commands;
using Ahoy.Host.Proving;
using Ahoy.Host.Workers;
using Ahoy.Model;

namespace Ahoy.Cli.Proving;

/// <summary>Runs the Functions in which something was found, until runs show it; and, where that is asked for, each with what it asks of others failing.</summary>
/// <param name="options">What it may spend.</param>
/// <param name="settings">How the projects are read.</param>
internal sealed class FindingProver(ProvingOptions options, StartSettings settings)
{
    // Beyond what the search may take: Node's start, and modules that are slow to load.
    private static readonly TimeSpan s_patienceBeside = TimeSpan.FromSeconds(20);

    private const int MostQuestions = 50;

    private static readonly HashSet<string> s_rules = ["AHOY1002", "AHOY1003", "AHOY1004", "AHOY1005", "AHOY1007", "AHOY2001", "AHOY2003"];

    /// <summary>Whether findings of a rule are about paths, so that a run can show them.</summary>
    public static bool Proves(RuleDescriptor rule) => s_rules.Contains(rule.Id);

    /// <summary>Adds to a result what runs say of it.</summary>
    /// <exception cref="UserErrorException">There is no Node that can do it.</exception>
    public async Task<CheckResult> ProveAsync(CheckResult result, CancellationToken cancellation)
    {
        var files = result.Files.ToArray();
        var failures = new List<string>(result.Failures);
        var jobs = new List<Job>();
        foreach (var folder in result.Folders)
        {
            if (files.Any(file => IsAsked(file)) && await ReadAsync(folder, cancellation).ConfigureAwait(false) is { } service)
            {
                jobs.AddRange(Jobs(service, files));
            }
        }

        var waiting = new ConcurrentQueue<Job>(jobs);
        await Task.WhenAll(Enumerable.Range(0, Math.Min(options.Processes, jobs.Count)).Select(_ => RunAllAsync(waiting, failures, cancellation))).ConfigureAwait(false);
        foreach (var job in jobs)
        {
            files[job.Index] = job.Finish();
        }

        return result with { Files = files, Failures = failures };
    }

    private bool IsAsked(CheckedFile file) => file.Context.IsEndpoint && file.Source.Errors.Count == 0 && !file.Source.IsMarkup && (options.Fails || file.Findings.Any(finding => Proves(finding.Rule)));

    private async Task<ProvedService?> ReadAsync(string folder, CancellationToken cancellation)
    {
        try
        {
            return await ProvedService.ReadAsync(settings with { Folder = folder }, cancellation).ConfigureAwait(false);
        }
        catch (WorkerStartException e)
        {
            throw new UserErrorException(e.Message);
        }
    }

    private IEnumerable<Job> Jobs(ProvedService service, CheckedFile[] files)
    {
        for (var number = 0; number < service.Files.Count; number++)
        {
            var path = service.Files[number];
            var index = Array.FindIndex(files, file => file.FullPath == path);
            if (index >= 0 && IsAsked(files[index]))
            {
                yield return new Job(service, number, index, files[index], options);
            }
        }
    }

    // One process after the other: each is for one project, and none for many Functions, whose modules it keeps.
    private async Task RunAllAsync(ConcurrentQueue<Job> waiting, List<string> failures, CancellationToken cancellation)
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
                if (!await RunAsync(job, process ??= Start(job.Service, out asked), failures, cancellation).ConfigureAwait(false))
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
            return new ProvingProcess(service.NodePath);
        }
        catch (WorkerStartException e)
        {
            throw new UserErrorException(e.Message);
        }
    }

    // Whether the process can be asked again.
    private async Task<bool> RunAsync(Job job, ProvingProcess process, List<string> failures, CancellationToken cancellation)
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

    /// <summary>One Function, what is asked of it, and what came of it.</summary>
    private sealed class Job(ProvedService service, int number, int index, CheckedFile file, ProvingOptions options)
    {
        private readonly RunPoints _points = RunPoints.Create(file.Source, 0, 0);
        private readonly Finding[] _asked = options.Proves ? [.. file.Findings.Where(finding => Proves(finding.Rule))] : [];
        private readonly Dictionary<Finding, Proof> _proofs = [];
        private readonly List<(Finding Finding, Proof Proof)> _faults = [];

        public ProvedService Service => service;

        public int Index => index;

        public CheckedFile File => file;

        // The worker's side is Workers/node/proving/proving.js.
        public byte[] Question()
        {
            using var buffer = new MemoryStream();
            using (var json = new Utf8JsonWriter(buffer))
            {
                json.WriteStartObject();
                json.WritePropertyName("configuration");
                json.WriteRawValue(service.Configuration);
                json.WriteNumber("index", number);
                json.WriteStartObject("texts");
                json.WriteString(service.Files[number], _points.Text);
                json.WriteEndObject();
                json.WriteStartArray("functions");
                foreach (var point in _points.Points)
                {
                    json.WriteNumberValue(point.Function);
                }

                json.WriteEndArray();
                ClueJson.Write(json, Clues.Of(file.Source));
                json.WriteStartArray("goals");
                foreach (var finding in _asked)
                {
                    json.WriteStartObject();
                    json.WriteString("rule", finding.Rule.Id);
                    json.WriteNumber("point", _points.At(finding.Start) ?? -1);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteNumber("runs", options.Runs);
                json.WriteNumber("milliseconds", options.Seconds * 1000);
                json.WriteBoolean("faults", options.Fails);
                json.WriteEndObject();
            }

            return buffer.ToArray();
        }

        public void GiveUp(string reason)
        {
            foreach (var finding in _asked)
            {
                _proofs[finding] = new Proof(ProofVerdict.Open) { Reason = reason };
            }
        }

        public void Take(JsonElement answer)
        {
            var path = file.Context.Resource.Path;
            var runs = answer.GetProperty("runs").GetInt32();
            foreach (var (finding, said) in _asked.Zip(answer.GetProperty("findings").EnumerateArray()))
            {
                _proofs[finding] = Proof.Read(said, path, runs);
            }

            foreach (var fault in answer.GetProperty("faults").EnumerateArray())
            {
                TakeFault(fault, path);
            }
        }

        public CheckedFile Finish()
        {
            Finding[] faults = [.. _faults.Select(found => found.Finding)];
            var fingerprints = file.Fingerprints.Concat(faults.Zip(FindingFingerprints.Of(file.Source, file.Context.Resource.File, faults), KeyValuePair.Create)).ToDictionary();
            foreach (var (finding, proof) in _faults)
            {
                _proofs[finding] = proof;
            }

            return file with
            {
                Findings = [.. file.Findings.Where(finding => !IsRefuted(finding)).Concat(faults).OrderBy(finding => finding.Start)],
                Withdrawn = [.. file.Findings.Where(IsRefuted)],
                Fingerprints = fingerprints,
                Proofs = _proofs,
            };
        }

        private bool IsRefuted(Finding finding) => _proofs.TryGetValue(finding, out var proof) && proof.Verdict == ProofVerdict.Refuted;

        private void TakeFault(JsonElement fault, string path)
        {
            var run = ProofRun.Read(fault, path);
            var rule = FaultRules.All.Single(rule => rule.Id == fault.GetProperty("rule").GetString());
            var point = fault.GetProperty("point").GetInt32();
            var (start, end) = point >= 0 && point < _points.Points.Count ? (_points.Points[point].Start, _points.Points[point].End) : (0, 0);
            var call = run.Calls[fault.GetProperty("call").GetInt32() - 1];
            var severity = file.Severities.Of(rule.Id, CategoryNames.NameOf(rule.Category)) ?? rule.Severity;
            var finding = new Finding(rule, start, Math.Min(end, EndOfLine(start)), call.ToString()).With(severity);
            var isSeen = _asked.Any(known => known.Start >= start && known.End <= end && _proofs.TryGetValue(known, out var proof) && proof.Verdict == ProofVerdict.Proved);
            if (severity >= Severity.Info && !isSeen && !file.Source.Suppressions.Any(suppression => suppression.Names(rule.Id) && suppression.Covers(start)))
            {
                _faults.Add((finding, new Proof(ProofVerdict.Proved) { Run = run }));
            }
        }

        private int EndOfLine(int start)
        {
            var end = file.Source.Text.IndexOf('\n', start);
            return end < 0 ? file.Source.Text.Length : end;
        }
    }
}
