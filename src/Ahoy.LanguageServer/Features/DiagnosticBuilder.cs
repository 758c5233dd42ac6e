using System.Text.Json.Nodes;
using Ahoy.Analysis.Engine;
using Ahoy.LanguageServer.Projects;
using Ahoy.LanguageServer.Text;
using Ahoy.Model;

namespace Ahoy.LanguageServer.Features;

/// <summary>Tells findings in the protocol's words.</summary>
internal static class DiagnosticBuilder
{
    private const string Source = "ahoy";

    /// <summary>What is found in a file; what its settings switch off is not among it.</summary>
    public static IEnumerable<(Finding Finding, JsonObject Diagnostic)> Of(ServerContext server, FileContext file, string path, IReadOnlyList<Finding> findings)
    {
        var map = server.MapOf(path, file.Text);
        foreach (var finding in findings)
        {
            if (finding.Severity != Severity.None)
            {
                yield return (finding, Of(server, finding, path, map));
            }
        }
    }

    /// <summary>A finding of a check of the Build, at the file that it is about.</summary>
    public static JsonObject Of(BuildFinding finding)
    {
        var line = Math.Max(0, finding.Line - 1);
        return new JsonObject
        {
            ["range"] = finding.Line > 0 ? TextMap.RangeOfUnknownLine(line) : TextMap.RangeOfUnknownLine(0, 0),
            ["severity"] = SeverityOf(finding.Severity),
            ["code"] = finding.Id,
            ["codeDescription"] = new JsonObject { ["href"] = RuleDocumentation.NearestPageOf(finding.Id) },
            ["source"] = Source,
            ["message"] = finding.Message,
        };
    }

    /// <summary>A run that failed, on the line where it did.</summary>
    public static JsonObject Of(ServerContext server, FailedRun run) => new()
    {
        ["range"] = server.Documents.Find(run.Path) is { } open ? open.Map.RangeOfLine(run.Line - 1) : TextMap.RangeOfUnknownLine(run.Line - 1),
        ["severity"] = SeverityOf(Severity.Error),
        ["code"] = "run",
        ["source"] = Source,
        ["message"] = run.Message,
    };

    private static JsonObject Of(ServerContext server, Finding finding, string path, TextMap map)
    {
        var diagnostic = new JsonObject
        {
            ["range"] = map.RangeOf(finding.Start, finding.End),
            ["severity"] = SeverityOf(finding.Severity),
            ["code"] = finding.Rule.Id,
            ["codeDescription"] = new JsonObject { ["href"] = RuleDocumentation.NearestPageOf(finding.Rule.Id) },
            ["source"] = Source,
            ["message"] = finding.Message,
        };
        if (finding.Rule.ReportsUnnecessaryCode)
        {
            diagnostic["tags"] = new JsonArray(1);
        }

        if (finding.Related.Length > 0)
        {
            diagnostic["relatedInformation"] = new JsonArray([.. finding.Related.Select(related => new JsonObject
            {
                ["location"] = new JsonObject { ["uri"] = server.UriOf(path), ["range"] = map.RangeOf(related.Start, related.End) },
                ["message"] = related.Note,
            })]);
        }

        return diagnostic;
    }

    private static int SeverityOf(Severity severity) => severity switch
    {
        Severity.Error => 1,
        Severity.Warning => 2,
        Severity.Info => 3,
        _ => 4,
    };
}
