using System.Globalization;
using System.Text;
using Ahoy.Model;

namespace Ahoy.Cli.Checking;

/// <summary>Writes findings for people: a line each that terminals and editors can follow, and a sum.</summary>
internal static class TextReport
{
    /// <summary>What <c>--format</c> calls it.</summary>
    public static ReportFormat Format { get; } = new("text", Write);

    private static void Write(CheckResult result, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        foreach (var file in result.Files)
        {
            foreach (var finding in file.Findings)
            {
                writer.WriteLine($"{At(file, finding.Start)}: {NameOf(finding.Severity)} {finding.Rule.Id}: {finding.Message}");
                foreach (var related in finding.Related)
                {
                    writer.WriteLine($"  {At(file, related.Start)}: {related.Note}");
                }

                if (file.Proofs.TryGetValue(finding, out var proof))
                {
                    writer.WriteLine($"  {proof}");
                }
            }
        }

        foreach (var found in result.BuildProblems)
        {
            var (path, problem) = (found.Path, found.Problem);
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{path}{(problem.Line > 0 ? $":{problem.Line}" : "")}: {NameOf(problem.Severity)} {problem.Id}: {found.Message}"));
        }

        writer.WriteLine(Sum(result));
    }

    private static string At(CheckedFile file, int offset)
    {
        var place = file.PlaceOf(offset, offset);
        return string.Create(CultureInfo.InvariantCulture, $"{place.Path}:{place.Line}:{place.Column}");
    }

    /// <summary>What a severity is called.</summary>
    public static string NameOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    /// <summary>The line that sums a result up.</summary>
    public static string Sum(CheckResult result)
    {
        var bySeverity = result.Files.SelectMany(file => file.Findings).Select(finding => finding.Severity)
            .Concat(result.BuildProblems.Select(found => found.Problem.Severity))
            .ToLookup(severity => severity);
        var done = result.FixedFiles > 0 ? $" {Count(result.FixedFiles, "file")} fixed." : "";
        var kept = result.KeptCount > 0 ? string.Create(CultureInfo.InvariantCulture, $" {result.KeptCount} kept by the baseline.") : "";
        var gone = result.Gone.Count > 0 ? $" {Count(result.Gone.Count, "finding")} of the baseline {(result.Gone.Count == 1 ? "is" : "are")} gone: --update-baseline takes {(result.Gone.Count == 1 ? "it" : "them")} out." : "";
        var withdrawn = result.Files.Sum(file => file.Withdrawn.Count) is > 0 and var refuted ? $" {Count(refuted, "finding")} withdrawn: runs refute {(refuted == 1 ? "it" : "them")}." : "";
        var left = result.Failures.Count > 0 ? $" {Count(result.Failures.Count, "failure")}: see above." : "";
        return $"{Count(result.Files.Count, "file")}: {Count(bySeverity[Severity.Error].Count(), "error")}, {Count(bySeverity[Severity.Warning].Count(), "warning")}, {Count(bySeverity[Severity.Info].Count(), "suggestion")}.{done}{withdrawn}{kept}{gone}{left}";
    }

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
