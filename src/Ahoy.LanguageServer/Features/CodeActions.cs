using System.Text.Json;
using System.Text.Json.Nodes;
using Ahoy.Analysis;
using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Proving;
using Ahoy.Analysis.Rules;
using Ahoy.LanguageServer.Protocol;

namespace Ahoy.LanguageServer.Features;

/// <summary>The light bulb: each fix of what is found at a place, the same for all findings of the rule, a comment that suppresses; and all at once.</summary>
internal sealed class CodeActions : IFeature
{
    private const string QuickFix = "quickfix";
    private const string FixAll = "source.fixAll.ahoy";

    /// <inheritdoc/>
    public void Announce(JsonObject capabilities, ServerContext server) =>
        capabilities["codeActionProvider"] = new JsonObject { ["codeActionKinds"] = new JsonArray(QuickFix, FixAll) };

    /// <inheritdoc/>
    public IEnumerable<(string Method, Func<JsonElement, CancellationToken, Task<JsonNode?>> Answer)> Methods(ServerContext server)
    {
        yield return ("textDocument/codeAction", (parameters, cancellation) => Task.FromResult<JsonNode?>(Find(server, parameters, cancellation)));
    }

    private static JsonArray Find(ServerContext server, JsonElement parameters, CancellationToken cancellation)
    {
        var actions = new JsonArray();
        if (server.Open(parameters, cancellation) is not { } open)
        {
            return actions;
        }

        var only = parameters.At("context", "only").Items().Select(kind => kind.Text() ?? "").ToList();
        if (IsWanted(only, QuickFix))
        {
            AddQuickFixes(server, open, parameters, actions);
        }

        if (IsWanted(only, FixAll) && FixedText(open) is { } text && text != open.File.Text)
        {
            actions.AddNode(new JsonObject
            {
                ["title"] = "Fix all of Ahoy's findings that have one right fix",
                ["kind"] = FixAll,
                ["edit"] = EditOf(server, open, [Difference(open.File.Text, text)]),
            });
        }

        return actions;
    }

    // A kind asks for those below it: `source.fixAll` for ours. Without any, the menu shows quick fixes.
    private static bool IsWanted(List<string> only, string kind) =>
        only.Count == 0 ? kind == QuickFix : only.Exists(wanted => wanted.Length == 0 || kind == wanted || kind.StartsWith(wanted + ".", StringComparison.Ordinal));

    private static void AddQuickFixes(ServerContext server, OpenFile open, JsonElement parameters, JsonArray actions)
    {
        var start = open.Document.Map.OffsetOf(parameters.At("range", "start"));
        var end = Math.Max(start, open.Document.Map.OffsetOf(parameters.At("range", "end")));
        var all = DiagnosticBuilder.Of(server, open.File, open.Document.Path, server.Projects.Find(open.Project, open.File, open.Document.Path)).ToList();
        foreach (var (finding, diagnostic) in all.Where(item => item.Finding.Start <= end && start <= item.Finding.End))
        {
            foreach (var (fix, i) in FixCatalog.Offer(new FixRequest(open.File, finding)).Select((fix, i) => (fix, i)))
            {
                if ((fix.OtherFiles.Count == 0 ? EditOf(server, open, fix.Edits) : FixEdits.Of(server, open, fix)) is not { } edit)
                {
                    continue;
                }

                actions.AddNode(new JsonObject
                {
                    ["title"] = fix.Title,
                    ["kind"] = QuickFix,
                    ["diagnostics"] = new JsonArray(diagnostic.DeepClone()),
                    ["isPreferred"] = i == 0 && fix.IsCure,
                    ["edit"] = edit,
                });
                if (fix.IsCure && AllOf(open, all.Select(item => item.Finding), finding.Rule, fix.Key) is { Count: > 1 } edits)
                {
                    actions.AddNode(new JsonObject
                    {
                        ["title"] = $"{fix.Title} (all {finding.Rule.Id} in this file)",
                        ["kind"] = QuickFix,
                        ["diagnostics"] = new JsonArray([.. all.Where(item => item.Finding.Rule == finding.Rule).Select(item => item.Diagnostic.DeepClone())]),
                        ["edit"] = EditOf(server, open, edits.SelectMany(list => list).OrderBy(one => one.Start).ToList()),
                    });
                }
            }

            AddRun(open, finding, diagnostic, actions);
        }
    }

    // A warning can be argued with; a run can't.
    private static void AddRun(OpenFile open, Finding finding, JsonObject diagnostic, JsonArray actions)
    {
        if (open.File.IsEndpoint && ProvableRules.Has(finding.Rule.Id))
        {
            actions.AddNode(new JsonObject
            {
                ["title"] = "Show the run that proves this",
                ["kind"] = QuickFix,
                ["diagnostics"] = new JsonArray(diagnostic.DeepClone()),
                ["command"] = new JsonObject
                {
                    ["title"] = "Show the run",
                    ["command"] = Commands.Prove,
                    ["arguments"] = new JsonArray(open.Document.Uri, finding.Rule.Id, diagnostic["range"]!["start"]!["line"]!.DeepClone()),
                },
            });
        }
    }

    // Of fixes that touch the same text the first counts, as in the compiler's own "fix all".
    private static List<IReadOnlyList<TextEdit>> AllOf(OpenFile open, IEnumerable<Finding> findings, RuleDescriptor rule, string key)
    {
        var taken = new List<IReadOnlyList<TextEdit>>();
        foreach (var finding in findings.Where(finding => finding.Rule == rule))
        {
            if (FixCatalog.Offer(new FixRequest(open.File, finding)).FirstOrDefault(fix => fix.Key == key) is { } fix
                && !taken.Exists(edits => edits.Any(edit => fix.Edits.Any(other => edit.Conflicts(other)))))
            {
                taken.Add(fix.Edits);
            }
        }

        return taken;
    }

    private static string? FixedText(OpenFile open) => BatchFixer.Fix(
        open.File,
        open.Project.SeveritiesOf(open.Document.Path),
        static request => FixCatalog.Offer(request).FirstOrDefault(fix => fix.IsCure)).Text;

    /// <summary>What lies between the beginning and the end that two texts share.</summary>
    private static TextEdit Difference(string before, string after)
    {
        var start = before.AsSpan().CommonPrefixLength(after);
        var end = 0;
        while (end < Math.Min(before.Length, after.Length) - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        return new TextEdit(start, before.Length - start - end, after[start..(after.Length - end)]);
    }

    private static JsonObject EditOf(ServerContext server, OpenFile open, IReadOnlyList<TextEdit> edits) =>
        WorkspaceEdits.Of(server, [DocumentEdit.Of(open.Document.Path, open.Document.Version, open.Document.Map, edits)]);
}
