using System.Text.Json;
using System.Text.Json.Nodes;
using Ahoy.LanguageServer.Projects;

namespace Ahoy.LanguageServer.Tests;

/// <summary>What is found, of unsaved text, pulled and pushed.</summary>
public sealed class DiagnosticTests
{
    private const string Pushed = """{ "workspace": { "workspaceEdit": { "documentChanges": true } } }""";
    private const string Right = "exports.handler = (context, event, callback) => callback(null, 'hi');\n";
    private const string Wrong = "exports.handler = (context, event, callback) => {\n  if (event.a) {\n    return;\n  }\n  callback(null, 'hi');\n};\n";

    [Fact]
    public async Task Finding_HasItsPageItsPathAndItsSeverity()
    {
        await using var editor = await TestEditor.StartAsync();
        await editor.OpenAsync("functions/a.js", Wrong);

        var finding = Assert.Single(await editor.DiagnoseAsync("functions/a.js"));

        Assert.Equal("AHOY1002", finding.GetProperty("code").GetString());
        Assert.Equal(2, finding.GetProperty("severity").GetInt32());
        Assert.EndsWith("/AHOY1002.md", finding.GetProperty("codeDescription").GetProperty("href").GetString());
        Assert.Equal("ahoy", finding.GetProperty("source").GetString());
        Assert.Equal((2, 4), Start(finding));
        Assert.NotEmpty(finding.GetProperty("relatedInformation").EnumerateArray());
        Assert.Equal(editor.UriOf("functions/a.js"), finding.GetProperty("relatedInformation")[0].GetProperty("location").GetProperty("uri").GetString());
    }

    [Fact]
    public async Task Edits_AreFollowed_WhateverWasSaved()
    {
        await using var editor = await TestEditor.StartAsync();
        await editor.OpenAsync("functions/a.js", Wrong);

        await editor.ChangeAsync("functions/a.js", TestEditor.Edit(2, 4, 2, 11, "return callback('no');"));
        Assert.Empty(await editor.DiagnoseAsync("functions/a.js"));
        await editor.ChangeAsync("functions/a.js", TestEditor.Edit(2, 4, 2, 26, "return;"), TestEditor.Edit(0, 0, 0, 0, "// one more line\n"));
        Assert.Equal((3, 4), Start(Assert.Single(await editor.DiagnoseAsync("functions/a.js"))));
        await editor.ChangeAsync("functions/a.js", new JsonObject { ["text"] = Right });
        Assert.Empty(await editor.DiagnoseAsync("functions/a.js"));
    }

    /// <summary>Who types in one of many open files is told of the others only what is new: an editor with hundreds of them has enough to read.</summary>
    [Fact]
    public async Task Edit_TellsOfOtherFiles_OnlyWhatIsNew()
    {
        await using var editor = await TestEditor.StartAsync(Pushed);
        var others = Enumerable.Range(0, 60).Select(n => $"functions/other-{n}.js").ToList();
        foreach (var file in others.Prepend("functions/a.js"))
        {
            await editor.OpenAsync(file, Wrong);
            NextAbout(editor, file);
        }

        for (var i = 0; i < 30; i++)
        {
            await editor.ChangeAsync("functions/a.js", TestEditor.Edit(0, 0, 0, 0, "\n"));
            Assert.Equal(1 + i + 2, Start(Assert.Single(NextAbout(editor, "functions/a.js").GetProperty("diagnostics").EnumerateArray())).Line);
        }

        await editor.ChangeAsync("functions/other-7.js", new JsonObject { ["text"] = Right });

        Assert.Equal(editor.UriOf("functions/other-7.js"), editor.Next("textDocument/publishDiagnostics").GetProperty("uri").GetString());
    }

    [Fact]
    public async Task ResultId_OfTheSameResult_IsUnchanged()
    {
        await using var editor = await TestEditor.StartAsync();
        await editor.OpenAsync("functions/a.js", Wrong);
        var first = await editor.AskAsync("textDocument/diagnostic", new JsonObject { ["textDocument"] = editor.Identify("functions/a.js") });
        var id = first.GetProperty("resultId").GetString();

        var second = await editor.AskAsync("textDocument/diagnostic", new JsonObject { ["textDocument"] = editor.Identify("functions/a.js"), ["previousResultId"] = id });
        await editor.ChangeAsync("functions/a.js", TestEditor.Edit(0, 0, 0, 0, "\n"));
        var third = await editor.AskAsync("textDocument/diagnostic", new JsonObject { ["textDocument"] = editor.Identify("functions/a.js"), ["previousResultId"] = id });

        Assert.Equal(("full", "unchanged", "full"), (Kind(first), Kind(second), Kind(third)));
        Assert.NotEqual(id, third.GetProperty("resultId").GetString());
    }

    [Fact]
    public async Task Workspace_HasEveryFile_OpenOrNot()
    {
        await using var editor = await TestEditor.StartAsync(files: [("functions/a.js", Wrong), ("functions/b.js", Right), ("assets/c.private.js", "await 1;\n")]);

        var report = await editor.AskAsync("workspace/diagnostic", new JsonObject { ["previousResultIds"] = new JsonArray() });

        var byFile = report.GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("uri").GetString()!, item => item.GetProperty("items").GetArrayLength());
        Assert.Equal(1, byFile[editor.UriOf("functions/a.js")]);
        Assert.Equal(0, byFile[editor.UriOf("functions/b.js")]);
        Assert.NotEqual(0, byFile[editor.UriOf("assets/c.private.js")]);
    }

    [Fact]
    public async Task Files_OutsideOfTheFolders_HaveNothing()
    {
        await using var editor = await TestEditor.StartAsync(files: [("functions/a.js", Right)]);
        foreach (var file in new[] { "other/x.js", "assets/public.js", "assets/p.protected.js", "functions/node_modules/y.js" })
        {
            await editor.OpenAsync(file, Wrong);
            Assert.Empty(await editor.DiagnoseAsync(file));
        }
    }

    [Theory]
    [InlineData("error", 1)]
    [InlineData("warning", 2)]
    [InlineData("suggestion", 3)]
    [InlineData("silent", 4)]
    [InlineData("none", null)]
    public async Task Severity_OfTheSettings_Counts(string severity, int? expected)
    {
        await using var editor = await TestEditor.StartAsync(files: [(".editorconfig", $"root = true\n[*.js]\ndotnet_diagnostic.AHOY1002.severity = {severity}\n")]);
        await editor.OpenAsync("functions/a.js", Wrong);

        var found = await editor.DiagnoseAsync("functions/a.js");

        Assert.Equal(expected is { } number ? [number] : [], found.Select(finding => finding.GetProperty("severity").GetInt32()));
    }

    [Fact]
    public async Task Settings_ThatChange_CountAtOnce()
    {
        await using var editor = await TestEditor.StartAsync();
        await editor.OpenAsync("functions/a.js", Wrong);
        Assert.Single(await editor.DiagnoseAsync("functions/a.js"));

        var settings = editor.Folder.Write(".editorconfig", "root = true\n[*.js]\ndotnet_diagnostic.AHOY1002.severity = none\n");
        await editor.TellAsync("workspace/didChangeWatchedFiles", new JsonObject { ["changes"] = new JsonArray(new JsonObject { ["uri"] = editor.UriOf(".editorconfig"), ["type"] = 1 }) });

        Assert.Empty(await editor.DiagnoseAsync("functions/a.js"));
    }

    [Fact]
    public async Task OtherFile_ThatCodeDependsOn_CountsAsItIsEdited()
    {
        const string User = "exports.handler = (context, event, callback) => {\n  const { go } = require(Runtime.getFunctions()['lib'].path);\n  callback(null, go());\n};\n";
        await using var editor = await TestEditor.StartAsync(files: [("functions/lib.private.js", "exports.go = () => 1;\n")]);
        await editor.OpenAsync("functions/a.js", User);
        Assert.Empty(await editor.DiagnoseAsync("functions/a.js"));

        File.Move(editor.Folder.Combine("functions/lib.private.js"), editor.Folder.Combine("functions/library.private.js"));
        await editor.TellAsync("workspace/didChangeWatchedFiles", new JsonObject
        {
            ["changes"] = new JsonArray(new JsonObject { ["uri"] = editor.UriOf("functions/lib.private.js"), ["type"] = 3 }, new JsonObject { ["uri"] = editor.UriOf("functions/library.private.js"), ["type"] = 1 }),
        });

        Assert.Equal("AHOY4004", Assert.Single(await editor.DiagnoseAsync("functions/a.js")).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Editor_ThatDoesNotAsk_IsTold_AndOfNothingAfterTheClose()
    {
        await using var editor = await TestEditor.StartAsync(Pushed);
        Assert.False(editor.Capabilities.TryGetProperty("diagnosticProvider", out _));

        await editor.OpenAsync("functions/a.js", Wrong);
        var told = editor.Next("textDocument/publishDiagnostics");
        Assert.Equal((editor.UriOf("functions/a.js"), 1, 1), (told.GetProperty("uri").GetString(), told.GetProperty("version").GetInt32(), told.GetProperty("diagnostics").GetArrayLength()));

        await editor.ChangeAsync("functions/a.js", new JsonObject { ["text"] = Right });
        told = editor.Next("textDocument/publishDiagnostics");
        Assert.Equal((2, 0), (told.GetProperty("version").GetInt32(), told.GetProperty("diagnostics").GetArrayLength()));

        await editor.ChangeAsync("functions/a.js", new JsonObject { ["text"] = Wrong });
        editor.Next("textDocument/publishDiagnostics");
        await editor.TellAsync("textDocument/didClose", new JsonObject { ["textDocument"] = editor.Identify("functions/a.js") });
        Assert.Equal(0, editor.Next("textDocument/publishDiagnostics").GetProperty("diagnostics").GetArrayLength());
    }

    [Fact]
    public async Task Checks_OfTheBuild_StandAtTheirFiles()
    {
        var checks = new SomeChecks();
        await using var editor = await TestEditor.StartAsync(Pushed, checks, ("functions/a.js", Right));
        await editor.OpenAsync("functions/a.js", Right);
        editor.Next("textDocument/publishDiagnostics");

        var told = editor.Next("textDocument/publishDiagnostics");

        Assert.Equal(editor.UriOf("package.json"), told.GetProperty("uri").GetString());
        var finding = Assert.Single(told.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal(("AHOY5007", 1), (finding.GetProperty("code").GetString(), finding.GetProperty("severity").GetInt32()));
        Assert.Equal((1, 0), Start(finding));
    }

    [Fact]
    public async Task File_OfMoreThan5MB_IsGivenUp_AndThatIsSaidOnce()
    {
        await using var editor = await TestEditor.StartAsync();

        await editor.OpenAsync("functions/a.js", Wrong + "/*" + new string('x', 5_000_001) + "*/\n");

        Assert.Contains("more than 5 MB", editor.Next("window/showMessage").GetProperty("message").GetString());
        Assert.Empty(await editor.DiagnoseAsync("functions/a.js"));
        Assert.Equal(0, (await editor.AskAsync("textDocument/codeLens", new JsonObject { ["textDocument"] = editor.Identify("functions/a.js") })).GetArrayLength());
    }

    [Fact]
    public async Task Versions_ThatLie_DoNotBreakIt()
    {
        await using var editor = await TestEditor.StartAsync();
        await editor.OpenAsync("functions/a.js", Wrong);

        // Far behind the end, before the beginning, backwards.
        await editor.ChangeAsync("functions/a.js", TestEditor.Edit(500, 3, 900, 1, "// end\n"), TestEditor.Edit(1, 900, 1, 2, "x"));
        await editor.TellAsync("textDocument/didChange", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = editor.UriOf("functions/a.js"), ["version"] = -7 },
            ["contentChanges"] = new JsonArray(TestEditor.Edit(0, 0, 0, 0, " ")),
        });
        await editor.TellAsync("textDocument/didChange", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = editor.UriOf("functions/none.js"), ["version"] = 2 }, ["contentChanges"] = new JsonArray(TestEditor.Edit(0, 0, 0, 0, " ")) });
        await editor.TellAsync("textDocument/didChange", new JsonObject { ["textDocument"] = editor.Identify("functions/a.js"), ["contentChanges"] = new JsonArray(new JsonObject()) });
        await editor.ChangeAsync("functions/a.js", new JsonObject { ["text"] = Wrong });

        Assert.Equal("AHOY1002", Assert.Single(await editor.DiagnoseAsync("functions/a.js")).GetProperty("code").GetString());
    }

    private static (int Line, int Character) Start(JsonElement finding) =>
        (finding.GetProperty("range").GetProperty("start").GetProperty("line").GetInt32(), finding.GetProperty("range").GetProperty("start").GetProperty("character").GetInt32());

    private static JsonElement NextAbout(TestEditor editor, string file)
    {
        var told = editor.Next("textDocument/publishDiagnostics");
        Assert.Equal(editor.UriOf(file), told.GetProperty("uri").GetString());
        return told;
    }

    private static string Kind(JsonElement report) => report.GetProperty("kind").GetString()!;

    private sealed class SomeChecks : IBuildChecks
    {
        public IReadOnlyList<BuildFinding> Check(string folder) => [new("AHOY5007", Severity.Error, "Too many.", Path.Combine(folder, "package.json"), 2)];
    }
}
