using System.Text;
using System.Text.Json;
using Ahoy.Model;

namespace Ahoy.Cli.Checking;

/// <summary>Writes findings as a Code Quality report of GitLab, which shows in a merge request what has come and what has gone.</summary>
internal static class GitLabReport
{
    /// <summary>What <c>--format</c> calls it.</summary>
    public static ReportFormat Format { get; } = new("gitlab", (result, output) => Write(result, output, RepositoryPaths.Of("CI_PROJECT_DIR")));

    /// <summary>Writes a result.</summary>
    public static void Write(CheckResult result, Stream output, RepositoryPaths paths)
    {
        using var json = new Utf8JsonWriter(output, JsonReport.Options);
        json.WriteStartArray();
        foreach (var message in result.Failures.Concat(result.Problems))
        {
            Write(json, "ahoy", message, "blocker", ".", 1, 1, message);
        }

        // Only new findings are reported, and so what the baseline keeps is not there: GitLab compares with the target branch by itself.
        foreach (var found in ReportedFinding.Of(result))
        {
            var path = paths.NameOf(found.Place.Path);
            Write(json, found.Id, $"{found.Id}: {found.Message}", SeverityOf(found.Severity), path, found.Place.Line, found.Place.EndLine, found.Fingerprint);
        }

        json.WriteEndArray();
    }

    private static void Write(
        Utf8JsonWriter json, string check, string description, string severity, string path, int line, int endLine, string known)
    {
        json.WriteStartObject();
        json.WriteString("description", description);
        json.WriteString("check_name", check);

        // Unique in the whole report, where two projects may have a file of one name.
        json.WriteString("fingerprint", ContentHash.Of(Encoding.UTF8.GetBytes($"{path}\n{known}")));
        json.WriteString("severity", severity);
        json.WriteStartObject("location");
        json.WriteString("path", path);
        json.WriteStartObject("lines");
        json.WriteNumber("begin", line);
        json.WriteNumber("end", endLine);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string SeverityOf(Severity severity) => severity switch { Severity.Error => "critical", Severity.Warning => "minor", _ => "info" };
}
