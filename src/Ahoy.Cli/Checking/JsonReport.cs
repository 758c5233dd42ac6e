using System.Text.Encodings.Web;
using System.Text.Json;
using Ahoy.Analysis.Engine;
using Ahoy.Cli.Proofs;
using Ahoy.Model;

namespace Ahoy.Cli.Checking;

/// <summary>Writes findings as JSON: one object with the numbers of files, what could not be checked, and a list of findings. Lines and columns count from 1.</summary>
internal static class JsonReport
{
    /// <summary>How the reports are written: with indentation, and with the characters of messages as they are.</summary>
    public static JsonWriterOptions Options { get; } = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What <c>--format</c> calls it.</summary>
    public static ReportFormat Format { get; } = new("json", Write);

    private static void Write(CheckResult result, Stream output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteNumber("files", result.Files.Count);
        json.WriteNumber("fixedFiles", result.FixedFiles);
        WriteMessages(json, "problems", result.Problems);
        WriteMessages(json, "failures", result.Failures);
        json.WriteStartArray("findings");
        foreach (var file in result.Files)
        {
            WriteAll(json, file, file.Findings);
        }

        WriteAll(json, result.BuildProblems);
        json.WriteEndArray();
        if (result.Files.Any(file => file.Withdrawn.Count > 0))
        {
            json.WriteStartArray("withdrawn");
            foreach (var file in result.Files)
            {
                WriteAll(json, file, file.Withdrawn);
            }

            json.WriteEndArray();
        }

        if (result.HasBaseline)
        {
            WriteBaseline(json, result);
        }

        json.WriteEndObject();
    }

    private static void WriteBaseline(Utf8JsonWriter json, CheckResult result)
    {
        json.WriteStartArray("kept");
        foreach (var file in result.Files)
        {
            WriteAll(json, file, file.Kept);
        }

        WriteAll(json, result.KeptProblems);
        json.WriteEndArray();
        json.WriteStartArray("gone");
        foreach (var (path, entry) in result.Gone)
        {
            json.WriteStartObject();
            json.WriteString("id", entry.Rule);
            json.WriteString("file", path);
            json.WriteString("message", entry.Message);
            json.WriteString("fingerprint", entry.Fingerprint);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAll(Utf8JsonWriter json, CheckedFile file, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            Write(json, file, finding);
        }
    }

    private static void WriteAll(Utf8JsonWriter json, IReadOnlyList<CheckedProblem> problems)
    {
        foreach (var found in problems)
        {
            Write(json, found);
        }
    }

    private static void Write(Utf8JsonWriter json, CheckedProblem found)
    {
        json.WriteStartObject();
        json.WriteString("id", found.Problem.Id);
        json.WriteString("severity", NameOf(found.Problem.Severity));
        json.WriteString("file", found.Path);
        json.WriteNumber("line", found.Line);
        json.WriteNumber("column", 1);
        json.WriteNumber("endLine", found.Line);
        json.WriteNumber("endColumn", 1);
        json.WriteString("message", found.Message);
        json.WriteString("help", RuleDocumentation.PageOf(found.Problem.Id));
        json.WriteString("fingerprint", found.Fingerprint);
        json.WriteStartArray("related");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string NameOf(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" };

    private static void WriteMessages(Utf8JsonWriter json, string name, IReadOnlyList<string> messages)
    {
        json.WriteStartArray(name);
        foreach (var message in messages)
        {
            json.WriteStringValue(message);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, CheckedFile file, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Rule.Id);
        json.WriteString("severity", NameOf(finding.Severity));
        var place = file.PlaceOf(finding.Start, finding.End);
        json.WriteString("file", place.Path);
        WritePlace(json, place);
        if (place.Path != file.Path)
        {
            json.WriteString("compiledFile", file.Path);
        }

        json.WriteString("message", finding.Message);
        json.WriteString("help", finding.Rule.HelpLink);
        json.WriteString("fingerprint", file.Fingerprints[finding]);
        json.WriteStartArray("related");
        foreach (var related in finding.Related)
        {
            json.WriteStartObject();
            var relatedPlace = file.PlaceOf(related.Start, related.End);
            if (relatedPlace.Path != place.Path)
            {
                json.WriteString("file", relatedPlace.Path);
            }

            WritePlace(json, relatedPlace);
            json.WriteString("message", related.Note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (file.Proofs.TryGetValue(finding, out var proof))
        {
            ProofJson.Write(json, proof);
        }

        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, FilePlace place)
    {
        json.WriteNumber("line", place.Line);
        json.WriteNumber("column", place.Column);
        json.WriteNumber("endLine", place.EndLine);
        json.WriteNumber("endColumn", place.EndColumn);
    }
}
