using System.Text.Json;
using System.Text.Json.Nodes;
using Ahoy.Analysis;
using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Rules;
using Ahoy.LanguageServer.Text;
using Ahoy.TestSupport.Analyzers;

namespace Ahoy.LanguageServer.Tests;

/// <summary>The cases of all rules through the server: what is found, and each fix, is what the engine gives.</summary>
public sealed class RuleCaseTests
{
    public static TheoryData<string> Rules() => new(RuleCaseFile.All().SelectMany(RuleCaseFile.Read).Select(@case => @case.Id).Distinct());

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Cases_ThroughTheServer_AreThoseOfTheEngine(string id)
    {
        foreach (var @case in RuleCaseFile.All().SelectMany(RuleCaseFile.Read).Where(@case => @case.Id == id && @case.Project.PackagesBeyondRequire.Count == 0 && @case.Project.Runtime == NodeRuntime.Default))
        {
            await CompareAsync(@case);
        }
    }

    private static async Task CompareAsync(RuleCase @case)
    {
        await using var editor = await TestEditor.StartAsync();
        File.Delete(editor.Folder.Combine("package.json"));
        foreach (var resource in @case.Project.Resources.Where(resource => resource.File != @case.File))
        {
            editor.Folder.Write(resource.File, @case.Others.FirstOrDefault(other => other.File == resource.File).Text ?? "");
        }

        if (@case.Project.HasEnvFile)
        {
            editor.Folder.Write(".env", string.Concat(@case.Project.Variables.Select(name => $"{name}=x\n")));
        }

        if (@case.Project.HasPackageManifest)
        {
            editor.Folder.Write("package.json", Manifest(@case.Project));
        }

        // What makes any folder a project.
        editor.Folder.Write(".twilioserverlessrc", "{}");

        await editor.OpenAsync(@case.File, @case.Source.Text);

        var resourceOfCase = FunctionsProject.ResourceOf(@case.File);
        var others = new ProjectFileSources(@case.Project.Resources.Where(resource => resource.File != @case.File)
            .Select(resource => new ProjectFile(resource.File, () => @case.Others.FirstOrDefault(other => other.File == resource.File).Text ?? "")));
        var file = new FileContext(SourceFile.Parse(@case.Source.Text, resourceOfCase), resourceOfCase, @case.Project, TestContext.Current.CancellationToken, others);
        var findings = RuleEngine.Analyzes(resourceOfCase) ? RuleEngine.Run(file, FileSeverities.Default) : [];
        var map = new TextMap(@case.Source.Text, PositionEncoding.Utf16);

        var found = await editor.DiagnoseAsync(@case.File);

        Assert.Equal(
            findings.Select(finding => $"{@case.Name}: {finding.Rule.Id} {map.RangeOf(finding.Start, finding.End).ToJsonString()} {finding.Message}"),
            found.Select(finding => $"{@case.Name}: {finding.GetProperty("code").GetString()} {JsonNode.Parse(finding.GetProperty("range").GetRawText())!.ToJsonString()} {finding.GetProperty("message").GetString()}"));
        foreach (var finding in findings.Where(finding => finding.Rule.Id == @case.Id))
        {
            await CompareFixesAsync(editor, @case, file, finding, map);
        }
    }

    private static async Task CompareFixesAsync(TestEditor editor, RuleCase @case, FileContext file, Finding finding, TextMap map)
    {
        var actions = await editor.AskAsync("textDocument/codeAction", new JsonObject
        {
            ["textDocument"] = editor.Identify(@case.File),
            ["range"] = map.RangeOf(finding.Start, finding.Start),
            ["context"] = new JsonObject { ["diagnostics"] = new JsonArray() },
        });
        var uri = editor.UriOf(@case.File);
        // Others run the Function.
        var fixes = actions.EnumerateArray().Where(action => action.TryGetProperty("edit", out _)).ToList();
        var offered = fixes.Select(action => Apply(@case.Source.Text, action, uri)).ToList();

        // What creates and renames files is offered to editors that can do it.
        foreach (var fix in FixCatalog.Offer(new FixRequest(file, finding)).Where(fix => fix.OtherFiles.Count == 0))
        {
            Assert.Contains(EditList.Apply(@case.Source.Text, fix.Edits), offered);
        }

        Assert.All(fixes.SelectMany(action => ChangesOf(action, uri)), change => Assert.Equal(1, change.GetProperty("textDocument").GetProperty("version").GetInt32()));
    }

    private static IEnumerable<JsonElement> ChangesOf(JsonElement action, string uri) =>
        action.GetProperty("edit").GetProperty("documentChanges").EnumerateArray().Where(change => change.TryGetProperty("textDocument", out var document) && document.GetProperty("uri").GetString() == uri);

    private static string Apply(string text, JsonElement action, string uri)
    {
        var map = new TextMap(text, PositionEncoding.Utf16);

        // Of several insertions at one place the first comes first.
        var edits = ChangesOf(action, uri).SelectMany(change => change.GetProperty("edits").EnumerateArray()).Reverse()
            .Select(edit => (Start: map.OffsetOf(edit.GetProperty("range").GetProperty("start")), End: map.OffsetOf(edit.GetProperty("range").GetProperty("end")), Text: edit.GetProperty("newText").GetString()!))
            .OrderByDescending(edit => edit.Start).ThenByDescending(edit => edit.End);
        foreach (var (start, end, inserted) in edits)
        {
            text = string.Concat(text.AsSpan(0, start), inserted, text.AsSpan(end));
        }

        return text;
    }

    private static string Manifest(ProjectSummary project)
    {
        var manifest = new JsonObject { ["name"] = "x" };
        foreach (var (name, kind) in project.Packages)
        {
            var list = kind switch
            {
                DependencyKind.DevDependency => "devDependencies",
                DependencyKind.OptionalDependency => "optionalDependencies",
                DependencyKind.PeerDependency => "peerDependencies",
                _ => "dependencies",
            };
            (manifest[list] ??= new JsonObject())[name] = "1.0.0";
        }

        return manifest.ToJsonString();
    }
}
