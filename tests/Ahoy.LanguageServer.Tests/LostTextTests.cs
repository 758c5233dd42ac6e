using System.Text.Json.Nodes;

namespace Ahoy.LanguageServer.Tests;

/// <summary>An editor that lies about versions: nothing is told of a text that it does not have, the text is asked for, and all is as before once it comes.</summary>
public sealed class LostTextTests
{
    private const string File = "functions/a.js";
    private const string Good = "exports.handler = (context, event, callback) => {\n  callback(null, 'ok');\n};\n";
    private const string Faulty = "exports.handler = (context, event, callback) => {\n  callback(null, event.request.headers.host);\n};\n";
    private const string Abilities = """
        { "textDocument": { "diagnostic": {}, "synchronization": { "dynamicRegistration": true } },
          "workspace": { "workspaceEdit": { "documentChanges": true }, "didChangeWatchedFiles": { "dynamicRegistration": true } } }
        """;

    [Theory]
    [InlineData(1, 1)] // the version that it was opened with
    [InlineData(0, 1)]
    [InlineData(2, 900)] // behind the end
    public async Task Edit_OfAnotherText_SilencesTheFileUntilTheWholeTextComes(int version, int line)
    {
        await using var editor = await TestEditor.StartAsync(Abilities);
        await editor.OpenAsync(File, Faulty);
        Assert.Single(await editor.DiagnoseAsync(File));

        await TellAsync(editor, version, TestEditor.Edit(line, 0, line, 2, "\t"));

        Assert.Empty(await editor.DiagnoseAsync(File));
        var registration = FindRegistration(editor);
        Assert.Contains("a.js", editor.Next("window/showMessage").GetProperty("message").GetString());
        Assert.Equal(1, registration.GetProperty("registerOptions").GetProperty("syncKind").GetInt32());
        Assert.Empty((await AskForFixesAsync(editor)).EnumerateArray());

        // What else it tells of the unknown text is not applied, and not complained of again.
        await TellAsync(editor, version + 1, TestEditor.Edit(0, 0, 0, 0, "x"));
        Assert.Empty(await editor.DiagnoseAsync(File));
        Assert.DoesNotContain(editor.Said, message => message.TryGetProperty("method", out var method) && method.GetString() == "window/showMessage");

        await TellAsync(editor, version + 2, new JsonObject { ["text"] = Faulty });

        Assert.Single(await editor.DiagnoseAsync(File));
        Assert.Equal(registration.GetProperty("id").GetString(), editor.Next("client/unregisterCapability").GetProperty("unregisterations")[0].GetProperty("id").GetString());
        await TellAsync(editor, version + 3, TestEditor.Edit(1, 17, 1, 43, "'ok'"));
        Assert.Empty(await editor.DiagnoseAsync(File));
        Assert.DoesNotContain("callback", editor.Log.ToString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // then it is read from the disk
    public async Task Save_TellsTheTextAgain(bool hasText)
    {
        await using var editor = await TestEditor.StartAsync();
        await editor.OpenAsync(File, Good);
        await TellAsync(editor, 0, TestEditor.Edit(0, 0, 0, 0, "x"));
        var saved = new JsonObject { ["textDocument"] = editor.Identify(File) };
        if (hasText)
        {
            saved["text"] = Faulty;
        }
        else
        {
            editor.Folder.Write(File, Faulty);
        }

        await editor.TellAsync("textDocument/didSave", saved);

        Assert.Single(await editor.DiagnoseAsync(File));
    }

    [Fact]
    public async Task Open_Again_StartsAnew()
    {
        await using var editor = await TestEditor.StartAsync();
        await editor.OpenAsync(File, Good);
        await TellAsync(editor, 0, TestEditor.Edit(0, 0, 0, 0, "x"));

        await editor.OpenAsync(File, Faulty);

        Assert.Single(await editor.DiagnoseAsync(File));
    }

    [Fact]
    public async Task Versions_WithGaps_AreRight()
    {
        await using var editor = await TestEditor.StartAsync();
        await editor.OpenAsync(File, Good);

        await TellAsync(editor, 90, TestEditor.Edit(1, 17, 1, 21, "event.request.headers.host"));

        Assert.Single(await editor.DiagnoseAsync(File));
    }

    private static Task TellAsync(TestEditor editor, int version, JsonObject change) => editor.TellAsync("textDocument/didChange", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = editor.UriOf(File), ["version"] = version },
        ["contentChanges"] = new JsonArray(change),
    });

    private static System.Text.Json.JsonElement FindRegistration(TestEditor editor)
    {
        while (true)
        {
            var registration = editor.Next("client/registerCapability").GetProperty("registrations")[0];
            if (registration.GetProperty("method").GetString() == "textDocument/didChange")
            {
                return registration;
            }
        }
    }

    private static Task<System.Text.Json.JsonElement> AskForFixesAsync(TestEditor editor) => editor.AskAsync("textDocument/codeAction", new JsonObject
    {
        ["textDocument"] = editor.Identify(File),
        ["range"] = new JsonObject { ["start"] = TestEditor.Position(1, 20), ["end"] = TestEditor.Position(1, 20) },
        ["context"] = new JsonObject { ["diagnostics"] = new JsonArray() },
    });
}
