using System.Text.Json.Nodes;
using Ahoy.TestSupport;

namespace Ahoy.LanguageServer.Tests;

/// <summary>While a host serves the project: its last results, and what can be done with it.</summary>
public sealed class RunningHostTests
{
    private const string Function = "exports.handler = (context, event, callback) => callback(null, `Hello ${event.Body ?? ''}`);\n";

    [Fact]
    public async Task Host_OfTheProject_IsFoundAskedAndTold()
    {
        await using var editor = await TestEditor.StartAsync(files: [("functions/hello.js", Function)]);
        await using var host = RunningProcess.Start("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "ahoy.dll"), "start", editor.Folder.Path, "--offline", "--port", "0", "--offline-port", "0"], editor.Folder.Path);
        await Eventually.HoldsAsync(() => File.Exists(editor.Folder.Combine("obj/ahoy/host.json")));
        await editor.OpenAsync("functions/hello.js", Function);

        Assert.Equal("/hello: 200 Hello ", (await RunAsync(editor, "ahoy.invoke")).GetString());
        Assert.Equal("Hello Ada", (await editor.AskAsync("workspace/executeCommand", new JsonObject { ["command"] = "ahoy.text", ["arguments"] = new JsonArray(editor.UriOf("functions/hello.js"), "Ada") })).GetString());

        var lenses = await editor.AskAsync("textDocument/codeLens", new JsonObject { ["textDocument"] = editor.Identify("functions/hello.js") });
        var titles = lenses.EnumerateArray().Select(lens => lens.GetProperty("command").GetProperty("title").GetString()!).ToList();
        Assert.Matches(@"^/hello \(public\): 200 in \d+\.\d ms$", titles[0]);
        Assert.Equal(["invoke", "text", "call"], titles[1..]);
        var hover = await editor.AskAtAsync("textDocument/hover", "functions/hello.js", 0, 10);
        Assert.Contains("last: 200 in", hover.GetProperty("contents").GetProperty("value").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_ThatFails_StandsOnItsLineUntilTheNextGoodOne(bool pulls)
    {
        const string Failing = "exports.handler = (context, event, callback) => {\n  if (event.Body !== 'good') {\n    throw new Error(`no ${context.CITY} for ${event.Body}`);\n  }\n\n  callback(null, 'ok');\n};\n";
        await using var editor = await TestEditor.StartAsync(pulls ? """{ "textDocument": { "diagnostic": {} }, "workspace": { "diagnostics": { "refreshSupport": true } } }""" : "{}", files: [("functions/hello.js", Failing), (".env", "CITY=Harbour Town\n")]);
        await editor.OpenAsync("functions/hello.js", Failing);
        var host = RunningProcess.Start("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "ahoy.dll"), "start", editor.Folder.Path, "--port", "0", "--offline-port", "0"], editor.Folder.Path);
        await using (host)
        {
            await Eventually.HoldsAsync(() => File.Exists(editor.Folder.Combine("obj/ahoy/host.json")));
            var url = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(editor.Folder.Combine("obj/ahoy/host.json"), TestContext.Current.CancellationToken)).RootElement.GetProperty("url").GetString();
            using var http = new HttpClient();

            await http.GetAsync(new Uri($"{url}/hello?Body=bad"), TestContext.Current.CancellationToken);
            var failed = await NextAsync(found => found.Count > 0);
            var run = Assert.Single(failed);
            Assert.Equal(("run", 2, 4), (run.GetProperty("code").GetString(), run.GetProperty("range").GetProperty("start").GetProperty("line").GetInt32(), run.GetProperty("range").GetProperty("start").GetProperty("character").GetInt32()));
            Assert.Equal("Error: no ••• for bad (GET /hello answered 500)", run.GetProperty("message").GetString());

            await http.GetAsync(new Uri($"{url}/hello?Body=good"), TestContext.Current.CancellationToken);
            await NextAsync(found => found.Count == 0);

            // What a host that has ended said is over, too.
            await http.GetAsync(new Uri($"{url}/hello?Body=worse"), TestContext.Current.CancellationToken);
            await NextAsync(found => found.Count > 0);
        }

        await NextAsync(found => found.Count == 0);

        async Task<IReadOnlyList<System.Text.Json.JsonElement>> NextAsync(Func<IReadOnlyList<System.Text.Json.JsonElement>, bool> isWanted)
        {
            while (true)
            {
                var found = pulls ? await PullAsync() : [.. editor.Next("textDocument/publishDiagnostics").GetProperty("diagnostics").EnumerateArray()];
                if (isWanted(found))
                {
                    return found;
                }
            }
        }

        async Task<IReadOnlyList<System.Text.Json.JsonElement>> PullAsync()
        {
            editor.Next("workspace/diagnostic/refresh");
            return await editor.DiagnoseAsync("functions/hello.js");
        }
    }

    private static Task<System.Text.Json.JsonElement> RunAsync(TestEditor editor, string command) => editor.AskAsync(
        "workspace/executeCommand", new JsonObject { ["command"] = command, ["arguments"] = new JsonArray(editor.UriOf("functions/hello.js")) });
}
