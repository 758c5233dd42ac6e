using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ahoy.LanguageServer.Tests;

/// <summary>Light bulb, hover, completion, links, renames, lenses, commands.</summary>
public sealed class FeatureTests
{
    private const string Menu = """
        exports.handler = (context, event, callback) => {
          const { load } = require(Runtime.getFunctions()['lib/bakery'].path);
          const twiml = new Twilio.twiml.VoiceResponse();
          twiml.gather({ numDigits: 1, action: '/choice?from=menu' });
          twiml.say(`${load()} ${context.GREETING} ${context.NOTHING} ${event.request.headers['x-forwarded-for']}`);
          twiml.redirect(`https://${context.DOMAIN_NAME}/menu`);
          callback(null, twiml);
        };

        """;

    // Rules about what is not there: a handler, a callback on each way, a promise that somebody waits for, a variable, a package.
    private static readonly string[] s_ofAbsence = ["AHOY1001", "AHOY1002", "AHOY1003", "AHOY1004", "AHOY2001", "AHOY4001", "AHOY4002", "AHOY4003", "AHOY7001", "AHOY7004"];

    private static readonly (string, string)[] s_files =
    [
        ("functions/menu.js", Menu),
        ("functions/choice.protected.js", "exports.handler = (context, event, callback) => callback(null, new Twilio.twiml.VoiceResponse());\n"),
        ("functions/lib/bakery.private.js", "exports.load = () => 'bread';\n"),
        ("assets/data.private.json", "{}"),
        (".env", "GREETING=a-secret-greeting\n"),
    ];

    [Fact]
    public async Task CodeAction_OfAFindingAboutAPath_ShowsItsRun()
    {
        const string Text = "exports.handler = (context, event, callback) => {\n  if (event.a) {\n    return;\n  }\n  callback(null, '');\n};\n";
        await using var editor = await TestEditor.StartAsync(files: ("functions/a.js", Text));
        await editor.OpenAsync("functions/a.js", Text);
        var at = new JsonObject { ["line"] = 2, ["character"] = 5 };

        var actions = await editor.AskAsync("textDocument/codeAction", new JsonObject
        {
            ["textDocument"] = editor.Identify("functions/a.js"),
            ["range"] = new JsonObject { ["start"] = at.DeepClone(), ["end"] = at },
            ["context"] = new JsonObject { ["diagnostics"] = new JsonArray() },
        });

        var command = Assert.Single(actions.EnumerateArray(), action => action.GetProperty("title").GetString() == "Show the run that proves this").GetProperty("command");
        var text = await editor.AskAsync("workspace/executeCommand", new JsonObject
        {
            ["command"] = command.GetProperty("command").GetString(),
            ["arguments"] = JsonNode.Parse(command.GetProperty("arguments").GetRawText()),
        });
        Assert.Equal("proved: the first", text.GetString());
    }

    [Fact]
    public async Task Fix_AtTheCursor_WithoutDiagnostics_IsOffered_AndForAllOfTheFile()
    {
        const string Text = "exports.handler = async (context, event, callback) => {\n  const client = context.getTwilioClient();\n  client.messages.create({ to: context.A });\n  client.messages.create({ to: context.B });\n  callback();\n};\n";
        await using var editor = await TestEditor.StartAsync();
        await editor.OpenAsync("functions/a.js", Text);

        var actions = await ActionsAsync(editor, 2, 4, null);
        Assert.Equal(
            ["Wait for the promise", "Wait for the promise (all AHOY2001 in this file)", "Say that nobody waits for the promise", "Suppress AHOY2001 with a comment", "Show the run that proves this"],
            actions.Select(action => action.GetProperty("title").GetString()));
        Assert.True(actions[0].GetProperty("isPreferred").GetBoolean());
        Assert.Equal(2, Edits(actions[1]).GetArrayLength());
        Assert.Empty(await ActionsAsync(editor, 0, 0, null));
        Assert.Empty(await ActionsAsync(editor, 2, 4, "refactor"));

        var all = Assert.Single(await ActionsAsync(editor, 0, 0, "source.fixAll"));
        Assert.Equal("source.fixAll.ahoy", all.GetProperty("kind").GetString());
        Assert.Contains("await client", Assert.Single(Edits(all).EnumerateArray()).GetProperty("newText").GetString());
    }

    [Fact]
    public async Task Edit_ForAnEditorWithoutVersions_IsByUri()
    {
        await using var editor = await TestEditor.StartAsync("""{ "textDocument": { "diagnostic": {} } }""");
        await editor.OpenAsync("functions/a.js", "exports.handler = async (context, event, callback) => {\n  context.getTwilioClient().messages.create({});\n  callback();\n};\n");

        var actions = await ActionsAsync(editor, 1, 4, null);

        Assert.NotEmpty(actions[0].GetProperty("edit").GetProperty("changes").GetProperty(editor.UriOf("functions/a.js")).EnumerateArray());
    }

    [Theory]
    [InlineData(4, 37, "`context.GREETING` set in `.env`")]
    [InlineData(4, 57, "`context.NOTHING` not set")]
    [InlineData(5, 37, "`context.DOMAIN_NAME` set by the platform")]
    [InlineData(4, 96, "The header `x-forwarded-for` is removed by the platform")]
    [InlineData(1, 56, "`/lib/bakery` Function, private, functions/lib/bakery.private.js")]
    [InlineData(3, 45, "`/choice` Function, protected, functions/choice.protected.js")]
    [InlineData(5, 50, "`/menu` Function, public, functions/menu.js")]
    [InlineData(0, 10, "`/menu` Function, public, functions/menu.js")]
    public async Task Hover_SaysWhatStandsThere_AndNoValue(int line, int character, string expected)
    {
        await using var editor = await TestEditor.StartAsync(files: s_files);
        await editor.OpenAsync("functions/menu.js", Menu);

        var hover = await editor.AskAtAsync("textDocument/hover", "functions/menu.js", line, character);

        var text = hover.GetProperty("contents").GetProperty("value").GetString();
        Assert.Contains(expected, text);
        Assert.DoesNotContain("a-secret-greeting", text);
    }

    [Theory]
    [InlineData("  context.", "GREETING DOMAIN_NAME getTwilioClient")]
    [InlineData("  const x = context.GRE", "GREETING")]
    [InlineData("  Runtime.getFunctions()['", "menu choice lib/bakery")]
    [InlineData("  Runtime.getAssets()[\"", "/data.json")]
    [InlineData("  event.request.headers['", "x-twilio-signature user-agent")]
    [InlineData("  const r = new Twilio.Response(); r.", "setStatusCode setBody appendHeader setCookie")]
    [InlineData("  const v = new Twilio.twiml.VoiceResponse(); v.", "say gather dial")]
    public async Task Completion_OfHalfWrittenCode_HasWhatCanStandThere(string line, string expected)
    {
        await using var editor = await TestEditor.StartAsync(files: s_files);
        var text = $"exports.handler = (context, event, callback) => {{\n{line}";
        await editor.OpenAsync("functions/new.js", text);

        var items = await editor.AskAtAsync("textDocument/completion", "functions/new.js", 1, line.Length);

        var labels = items.EnumerateArray().Select(item => item.GetProperty("label").GetString()!).ToList();
        Assert.All(expected.Split(' '), label => Assert.Contains(label, labels));
        Assert.DoesNotContain("a-secret-greeting", items.GetRawText());
    }

    [Theory]
    [InlineData("<Response>\n  <Gat", "Gather")]
    [InlineData("<Response>\n  <Gather numDigits=\"1\" act", "action")]
    public async Task Completion_InXml_HasVerbsAndAttributes(string text, string expected)
    {
        await using var editor = await TestEditor.StartAsync(files: s_files);
        await editor.OpenAsync("assets/menu.xml", text);

        var items = await editor.AskAtAsync("textDocument/completion", "assets/menu.xml", 1, text.Length - text.IndexOf('\n') - 1);

        Assert.Contains(expected, items.EnumerateArray().Select(item => item.GetProperty("label").GetString()));
    }

    [Fact]
    public async Task Links_LeadThereAndBack()
    {
        await using var editor = await TestEditor.StartAsync(files: s_files);
        await editor.OpenAsync("functions/menu.js", Menu);
        await editor.OpenAsync("functions/choice.protected.js", s_files[1].Item2);

        Assert.Equal(editor.UriOf("functions/lib/bakery.private.js"), (await editor.AskAtAsync("textDocument/definition", "functions/menu.js", 1, 56)).GetProperty("uri").GetString());
        Assert.Equal(editor.UriOf("functions/choice.protected.js"), (await editor.AskAtAsync("textDocument/definition", "functions/menu.js", 3, 45)).GetProperty("uri").GetString());
        Assert.Equal(JsonValueKind.Null, (await editor.AskAtAsync("textDocument/definition", "functions/menu.js", 0, 0)).ValueKind);
        var links = await editor.AskAsync("textDocument/documentLink", new JsonObject { ["textDocument"] = editor.Identify("functions/menu.js") });
        Assert.Equal(3, links.GetArrayLength());
        var references = await editor.AskAtAsync("textDocument/references", "functions/choice.protected.js", 0, 10, new JsonObject { ["context"] = new JsonObject { ["includeDeclaration"] = false } });
        var reference = Assert.Single(references.EnumerateArray());
        Assert.Equal((editor.UriOf("functions/menu.js"), 3), (reference.GetProperty("uri").GetString(), reference.GetProperty("range").GetProperty("start").GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task Rename_OfAFileOrAFolder_IsFollowed()
    {
        await using var editor = await TestEditor.StartAsync(files: s_files);
        await editor.OpenAsync("functions/menu.js", Menu);

        var file = await editor.AskAsync("workspace/willRenameFiles", Rename(editor, "functions/choice.protected.js", "functions/voice/pick.protected.js"));
        var edit = Assert.Single(file.GetProperty("documentChanges")[0].GetProperty("edits").EnumerateArray());
        Assert.Equal("/voice/pick?from=menu", edit.GetProperty("newText").GetString());
        var folder = await editor.AskAsync("workspace/willRenameFiles", Rename(editor, "functions/lib", "functions/shared"));
        Assert.Equal("shared/bakery", Assert.Single(folder.GetProperty("documentChanges")[0].GetProperty("edits").EnumerateArray()).GetProperty("newText").GetString());
        Assert.Equal(JsonValueKind.Null, (await editor.AskAsync("workspace/willRenameFiles", Rename(editor, "functions/other.js", "functions/another.js"))).ValueKind);
    }

    [Fact]
    public async Task Lens_HasTheRoute_AndCommandsSayWhatIsMissing()
    {
        await using var editor = await TestEditor.StartAsync(files: s_files);
        await editor.OpenAsync("functions/choice.protected.js", s_files[1].Item2);

        var lens = Assert.Single((await editor.AskAsync("textDocument/codeLens", new JsonObject { ["textDocument"] = editor.Identify("functions/choice.protected.js") })).EnumerateArray());
        Assert.Equal("/choice (protected)", lens.GetProperty("command").GetProperty("title").GetString());
        var refused = await Assert.ThrowsAsync<LspErrorException>(() => editor.AskAsync(
            "workspace/executeCommand", new JsonObject { ["command"] = "ahoy.invoke", ["arguments"] = new JsonArray(editor.UriOf("functions/choice.protected.js")) }));
        Assert.Contains("No host serves this project", refused.Message);
        Assert.Contains("no Function", (await Assert.ThrowsAsync<LspErrorException>(() => editor.AskAsync(
            "workspace/executeCommand", new JsonObject { ["command"] = "ahoy.text", ["arguments"] = new JsonArray(editor.UriOf("package.json")) }))).Message);
    }

    [Fact]
    public async Task Typing_LetterByLetter_NeverFailsAndMissesNothing()
    {
        await using var editor = await TestEditor.StartAsync(files: s_files);
        await editor.OpenAsync("functions/new.js", "");
        var (line, character) = (0, 0);
        var told = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var letter in Menu)
        {
            await editor.ChangeAsync("functions/new.js", TestEditor.Edit(line, character, line, character, letter.ToString()));
            (line, character) = letter == '\n' ? (line + 1, 0) : (line, character + 1);
            var found = await editor.DiagnoseAsync("functions/new.js");
            if (found.Any(finding => finding.GetProperty("code").GetString() == "AHOY0001"))
            {
                told.UnionWith(found.Select(Describe));
            }
        }

        await editor.OpenAsync("functions/menu.js", Menu);
        var last = await editor.DiagnoseAsync("functions/menu.js");

        // Of what is half written nobody says what it lacks: it may come with the next letter.
        Assert.Empty(told.Where(finding => s_ofAbsence.Contains(finding[..8])).Except(last.Select(Describe)));
        Assert.Equal(
            last.Select(finding => finding.GetRawText()),
            (await editor.DiagnoseAsync("functions/new.js")).Select(finding => finding.GetRawText()));
        Assert.Equal("", editor.Log.ToString());

        static string Describe(JsonElement finding) => $"{finding.GetProperty("code").GetString()} {finding.GetProperty("message").GetString()}";
    }

    private static async Task<List<JsonElement>> ActionsAsync(TestEditor editor, int line, int character, string? only)
    {
        var context = new JsonObject { ["diagnostics"] = new JsonArray() };
        if (only is not null)
        {
            context["only"] = new JsonArray(only);
        }

        var actions = await editor.AskAsync("textDocument/codeAction", new JsonObject
        {
            ["textDocument"] = editor.Identify("functions/a.js"),
            ["range"] = new JsonObject { ["start"] = TestEditor.Position(line, character), ["end"] = TestEditor.Position(line, character) },
            ["context"] = context,
        });
        return [.. actions.EnumerateArray()];
    }

    private static JsonElement Edits(JsonElement action) => action.GetProperty("edit").GetProperty("documentChanges")[0].GetProperty("edits");

    private static JsonObject Rename(TestEditor editor, string old, string @new) => new()
    {
        ["files"] = new JsonArray(new JsonObject { ["oldUri"] = editor.UriOf(old), ["newUri"] = editor.UriOf(@new) }),
    };
}
