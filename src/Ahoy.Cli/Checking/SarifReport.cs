using System.Reflection;
using System.Text.Json;
using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Rules;
using Ahoy.Analysis.Suppressions;
using Ahoy.Cli.Proofs;
using Ahoy.Model;

namespace Ahoy.Cli.Checking;

/// <summary>Writes findings as SARIF 2.1.0, which code hosts show beside the code.</summary>
internal static class SarifReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";
    private const string SourceRoot = "SRCROOT";

    // The states of a result beside a baseline.
    private const string New = "new";
    private const string Unchanged = "unchanged";
    private const string Absent = "absent";

    /// <summary>What <c>--format</c> calls it.</summary>
    public static ReportFormat Format { get; } = new("sarif", Write);

    private static void Write(CheckResult result, Stream output)
    {
        using var json = new Utf8JsonWriter(output, JsonReport.Options);
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json);
        WriteInvocation(json, result);
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(SourceRoot);
        WriteText(json, "description", "The folder that the command ran in.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        string? Compared(string state) => result.HasBaseline ? state : null;
        foreach (var file in result.Files)
        {
            foreach (var finding in file.Findings)
            {
                WriteResult(json, file, finding, suppression: null, Compared(New));
            }

            foreach (var finding in file.Kept)
            {
                WriteResult(json, file, finding, suppression: null, Compared(Unchanged));
            }

            foreach (var (finding, suppression) in file.Suppressed)
            {
                WriteResult(json, file, finding, suppression, Compared(New));
            }
        }

        foreach (var found in result.BuildProblems)
        {
            WriteResult(json, found, Compared(New));
        }

        foreach (var found in result.KeptProblems)
        {
            WriteResult(json, found, Compared(Unchanged));
        }

        foreach (var (path, entry) in result.Gone)
        {
            WriteResult(json, path, entry);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // The rules that the tool lists are those of the analysis; a result may have an id alone.
    private static void WriteResult(Utf8JsonWriter json, CheckedProblem found, string? state)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", found.Problem.Id);
        json.WriteString("level", LevelOf(found.Problem.Severity));
        WriteText(json, "message", found.Message);
        WriteFileLocation(json, found.Path, found.Problem.Line);
        WriteIdentity(json, found.Fingerprint, state);
        json.WriteEndObject();
    }

    // What the baseline keeps and is no more: nobody knows where it stood.
    private static void WriteResult(Utf8JsonWriter json, string path, BaselineEntry entry)
    {
        var rule = RuleCatalog.Reported.FirstOrDefault(rule => rule.Id == entry.Rule);
        json.WriteStartObject();
        json.WriteString("ruleId", entry.Rule);
        json.WriteString("level", LevelOf(rule?.Severity ?? Severity.Warning));
        WriteText(json, "message", entry.Message);
        WriteFileLocation(json, path, line: 0);
        WriteIdentity(json, entry.Fingerprint, Absent);
        json.WriteEndObject();
    }

    private static void WriteFileLocation(Utf8JsonWriter json, string path, int line)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        WriteArtifact(json, path);
        if (line > 0)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", line);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteIdentity(Utf8JsonWriter json, string fingerprint, string? state)
    {
        json.WriteStartObject("partialFingerprints");
        json.WriteString(Fingerprints.Name, fingerprint);
        json.WriteEndObject();
        if (state is not null)
        {
            json.WriteString("baselineState", state);
        }
    }

    private static void WriteArtifact(Utf8JsonWriter json, string path)
    {
        json.WriteStartObject("artifactLocation");
        if (Path.IsPathRooted(path))
        {
            json.WriteString("uri", new Uri(path).AbsoluteUri);
        }
        else
        {
            json.WriteString("uri", string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));
            json.WriteString("uriBaseId", SourceRoot);
        }

        json.WriteEndObject();
    }

    private static void WriteInvocation(Utf8JsonWriter json, CheckResult result)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", result.Failures.Count == 0);
        json.WriteNumber("exitCode", result.ExitCode);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var message in result.Failures.Concat(result.Problems))
        {
            json.WriteStartObject();
            json.WriteString("level", "error");
            WriteText(json, "message", message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "ahoy");
        json.WriteString("semanticVersion", typeof(SarifReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0");
        json.WriteString("informationUri", RuleDocumentation.Repository);
        json.WriteStartArray("rules");
        foreach (var rule in RuleCatalog.Reported)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            WriteText(json, "shortDescription", rule.Title);
            json.WriteString("helpUri", rule.HelpLink);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", LevelOf(rule.Severity));
            json.WriteEndObject();
            json.WriteStartObject("properties");
            json.WriteString("category", CategoryNames.NameOf(rule.Category));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, CheckedFile file, Finding finding, Suppression? suppression, string? state)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteNumber("ruleIndex", IndexOf(finding.Rule));
        json.WriteString("level", LevelOf(finding.Severity));
        WriteText(json, "message", finding.Message);
        json.WriteStartArray("locations");
        WriteLocation(json, file, finding.Start, finding.End, message: null);
        json.WriteEndArray();
        if (!finding.Related.IsEmpty)
        {
            json.WriteStartArray("relatedLocations");
            foreach (var related in finding.Related)
            {
                WriteLocation(json, file, related.Start, related.End, related.Note);
            }

            json.WriteEndArray();
        }

        WriteCodeFlow(json, file, finding);
        WriteFixes(json, file, finding);
        if (file.Proofs.TryGetValue(finding, out var known))
        {
            json.WriteStartObject("properties");
            ProofJson.Write(json, known);
            json.WriteEndObject();
        }

        WriteIdentity(json, file.Fingerprints[finding], state);
        if (suppression is not null)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "inSource");
            if (suppression.Reason is { } reason)
            {
                json.WriteString("justification", reason);
            }

            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    // Of the rules about paths: where it goes, up to what is reported and on from there.
    private static void WriteCodeFlow(Utf8JsonWriter json, CheckedFile file, Finding finding)
    {
        var run = file.Proofs.TryGetValue(finding, out var proof) ? proof.Run : null;
        if (run is null && (finding.Related.IsEmpty || finding.Rule.Category is not (RuleCategory.Handler or RuleCategory.Promises)))
        {
            return;
        }

        var steps = finding.Related.Select(related => (related.Start, related.End, related.Note));
        var before = steps.Where(step => step.Start < finding.Start);
        json.WriteStartArray("codeFlows");
        json.WriteStartObject();
        json.WriteStartArray("threadFlows");
        json.WriteStartObject();
        json.WriteStartArray("locations");
        var way = before.Append((finding.Start, finding.End, finding.Message)).Concat(steps.Except(before));
        foreach (var (start, end, note) in run is null ? way : way.Prepend((0, 0, run.DescribeRequest())).Append((finding.Start, finding.End, run.Seen)))
        {
            json.WriteStartObject();
            json.WritePropertyName("location");
            WriteLocation(json, file, start, end, note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // Those that `--fix` makes. In a source that a map leads to, nobody can make them but its author.
    private static void WriteFixes(Utf8JsonWriter json, CheckedFile file, Finding finding)
    {
        Fix[] fixes = file.PlaceOf(finding.Start, finding.End).Path == file.Path
            ? [.. FixCatalog.Offer(new FixRequest(file.Context, finding)).Where(fix => fix.IsCure && fix.Edits.Count > 0)]
            : [];
        if (fixes.Length == 0)
        {
            return;
        }

        json.WriteStartArray("fixes");
        foreach (var fix in fixes)
        {
            json.WriteStartObject();
            WriteText(json, "description", fix.Title);
            json.WriteStartArray("artifactChanges");
            json.WriteStartObject();
            WriteArtifact(json, file.Path);
            json.WriteStartArray("replacements");
            foreach (var edit in fix.Edits)
            {
                json.WriteStartObject();
                WriteRegion(json, "deletedRegion", FilePlace.Of(file.Path, file.Source, edit.Start, edit.End));
                WriteText(json, "insertedContent", edit.NewText);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLocation(Utf8JsonWriter json, CheckedFile file, int start, int end, string? message)
    {
        var place = file.PlaceOf(start, end);
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        WriteArtifact(json, place.Path);
        WriteRegion(json, "region", place);
        json.WriteEndObject();
        if (message is not null)
        {
            WriteText(json, "message", message);
        }

        json.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter json, string name, FilePlace place)
    {
        json.WriteStartObject(name);
        json.WriteNumber("startLine", place.Line);
        json.WriteNumber("startColumn", place.Column);
        json.WriteNumber("endLine", place.EndLine);
        json.WriteNumber("endColumn", place.EndColumn);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static int IndexOf(RuleDescriptor rule)
    {
        for (var i = 0; i < RuleCatalog.Reported.Count; i++)
        {
            if (ReferenceEquals(RuleCatalog.Reported[i], rule))
            {
                return i;
            }
        }

        return -1;
    }

    private static string LevelOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
