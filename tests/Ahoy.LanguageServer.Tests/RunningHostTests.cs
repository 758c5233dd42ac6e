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

    private static Task<System.Text.Json.JsonElement> RunAsync(TestEditor editor, string command) => editor.AskAsync(
        "workspace/executeCommand", new JsonObject { ["command"] = command, ["arguments"] = new JsonArray(editor.UriOf("functions/hello.js")) });
}
