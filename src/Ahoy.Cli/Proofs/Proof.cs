using System.Text.Json;

namespace Ahoy.Cli.Proofs;

/// <summary>What runs have said of a finding.</summary>
/// <param name="Verdict">Whether it was shown.</param>
internal sealed record Proof(ProofVerdict Verdict)
{
    /// <summary>The run that shows it; null where none does.</summary>
    public ProofRun? Run { get; init; }

    /// <summary>Why it is open; null where it isn't.</summary>
    public string? Reason { get; init; }

    /// <summary>Reads what a process has said.</summary>
    /// <param name="finding">One of its findings.</param>
    /// <param name="path">The Function's path.</param>
    /// <param name="runs">How often the Function ran.</param>
    public static Proof Read(JsonElement finding, string path, int runs) => finding.GetProperty("verdict").GetString() switch
    {
        "proved" => new Proof(ProofVerdict.Proved) { Run = ProofRun.Read(finding, path) },
        "refuted" => new Proof(ProofVerdict.Refuted),
        _ => new Proof(ProofVerdict.Open)
        {
            Reason = finding.GetProperty("reason").GetString() switch
            {
                "unloadable" => $"the Function can't be loaded without a network: {finding.GetProperty("error").GetString()}",
                "not-reached" => $"none of {runs} runs came here{Because(finding)}",
                _ => $"{runs} runs, and none shows it{Because(finding)}",
            },
        },
    };

    private static string Because(JsonElement finding) => finding.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.String ? $" (the usual one failed: {error.GetString()})" : "";

    /// <summary>The line that stands below the finding.</summary>
    public override string ToString() => Verdict switch
    {
        ProofVerdict.Proved => $"proved: {Run}",
        ProofVerdict.Refuted => "refuted: every run that came here answered once, and left nothing behind",
        _ => $"open: {Reason}",
    };
}
