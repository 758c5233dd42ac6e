using System.Text.Json;
using Ahoy.Analysis.Baselines;
using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Proving;
using Ahoy.Analysis.Suppressions;
using Ahoy.Cli.Checking;
using Ahoy.Cli.Proofs;
using Ahoy.Host.Proving;
using Ahoy.Model;

namespace Ahoy.Cli.Proving;

/// <summary>One Function, what is asked of it, and what came of it.</summary>
/// <param name="service">Its project.</param>
/// <param name="number">Its number there.</param>
/// <param name="index">The number of its file in the result.</param>
/// <param name="file">Its file.</param>
/// <param name="options">What it may spend.</param>
internal sealed class ProvingJob(ProvedService service, int number, int index, CheckedFile file, ProvingOptions options)
{
    private readonly RunPoints _points = RunPoints.Create(file.Source, 0, 0);
    private readonly Finding[] _asked = [.. file.Findings.Where(Proves)];
    private readonly Dictionary<Finding, Proof> _proofs = [];
    private readonly List<(Finding Finding, Proof Proof)> _faults = [];

    /// <summary>Its project.</summary>
    public ProvedService Service => service;

    /// <summary>The number of its file in the result.</summary>
    public int Index => index;

    /// <summary>Its file.</summary>
    public CheckedFile File => file;

    /// <summary>Whether a file has anything to run for.</summary>
    public static bool IsAsked(CheckedFile file, ProvingOptions options) =>
        file.Context.IsEndpoint && file.Source.Errors.Count == 0 && !file.Source.IsMarkup && (options.Fails || file.Findings.Any(Proves));

    /// <summary>The question, in one line of JSON.</summary>
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
            json.WriteBoolean("proves", options.Proves);
            json.WriteBoolean("faults", options.Fails);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>Nothing came of it.</summary>
    public void GiveUp(string reason)
    {
        foreach (var finding in options.Proves ? _asked : [])
        {
            _proofs[finding] = new Proof(ProofVerdict.Open) { Reason = reason };
        }
    }

    /// <summary>Takes the answer.</summary>
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

    /// <summary>The file, with what came of it.</summary>
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

    private static bool Proves(Finding finding) => ProvableRules.Has(finding.Rule.Id);

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
        if (severity >= Severity.Info && !file.Source.Suppressions.Any(suppression => suppression.Names(rule.Id) && suppression.Covers(start)))
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
