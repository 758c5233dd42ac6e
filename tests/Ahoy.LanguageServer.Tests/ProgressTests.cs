using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ahoy.LanguageServer.Tests;

/// <summary>What the server tells of its own work.</summary>
public sealed class ProgressTests
{
    private const string Function = "exports.handler = (context, event, callback) => callback(null, 'ok');\n";

    [Fact]
    public async Task Scan_WithATokenOfTheEditor_TellsHowFarItIs()
    {
        await using var editor = await TestEditor.StartAsync(files: [.. Enumerable.Range(0, 5).Select(i => ($"functions/f{i}.js", Function))]);

        await editor.AskAsync("workspace/diagnostic", new JsonObject { ["previousResultIds"] = new JsonArray(), ["workDoneToken"] = "mine" });

        List<JsonElement> told = [.. Enumerable.Range(0, 7).Select(_ => editor.Next("$/progress"))];
        Assert.All(told, progress => Assert.Equal("mine", progress.GetProperty("token").GetString()));
        Assert.Equal(["begin", "report", "report", "report", "report", "report", "end"], told.Select(progress => progress.GetProperty("value").GetProperty("kind").GetString()));
        Assert.Equal("5 of 5", told[5].GetProperty("value").GetProperty("message").GetString());
    }

    [Fact]
    public async Task Scan_ThatIsShort_IsNotTalkedAbout()
    {
        await using var editor = await TestEditor.StartAsync("""{ "textDocument": { "diagnostic": {} }, "window": { "workDoneProgress": true } }""", files: [("functions/f.js", Function)]);

        await editor.AskAsync("workspace/diagnostic", new JsonObject { ["previousResultIds"] = new JsonArray() });

        Assert.DoesNotContain(editor.Said, message => message.TryGetProperty("method", out var method) && method.GetString() is "$/progress" or "window/workDoneProgress/create");
    }

    [Fact]
    public async Task Scan_ThatIsLong_MakesATokenAndTellsItsEnd()
    {
        await using var editor = await TestEditor.StartAsync(
            """{ "textDocument": { "diagnostic": {} }, "window": { "workDoneProgress": true } }""",
            checks: new SlowChecks(),
            files: [("functions/f.js", Function), ("functions/g.js", Function)]);

        await editor.AskAsync("workspace/diagnostic", new JsonObject { ["previousResultIds"] = new JsonArray() });

        var token = editor.Next("window/workDoneProgress/create").GetProperty("token").GetString();
        var told = new List<string?>();
        while (told is not [.., "end"])
        {
            var progress = editor.Next("$/progress");
            Assert.Equal(token, progress.GetProperty("token").GetString());
            told.Add(progress.GetProperty("value").GetProperty("kind").GetString());
        }

        Assert.Equal(["begin", "report", "report", "end"], told);
    }

    [Theory]
    [InlineData("messages", false)]
    [InlineData("verbose", true)]
    public async Task Trace_WhereItIsAskedFor_NamesMethodsAndTimes(string value, bool tellsOfNotices)
    {
        await using var editor = await TestEditor.StartAsync();
        await editor.TellAsync("$/setTrace", new JsonObject { ["value"] = value });
        await editor.OpenAsync("functions/a.js", Function);

        await editor.AskAsync("textDocument/codeLens", new JsonObject { ["textDocument"] = editor.Identify("functions/a.js") });

        if (tellsOfNotices)
        {
            Assert.Equal("Took 'textDocument/didOpen'.", editor.Next("$/logTrace").GetProperty("message").GetString());
        }

        Assert.Matches(@"^Answered 'textDocument/codeLens' in \d+\.\d ms\.$", editor.Next("$/logTrace").GetProperty("message").GetString());
    }

    private sealed class SlowChecks : Projects.IBuildChecks
    {
        public IReadOnlyList<Projects.BuildFinding> Check(string folder)
        {
            // Longer than the second after which it is told of; nothing here waits for a result.
            using var never = new ManualResetEventSlim();
            never.Wait(TimeSpan.FromSeconds(1.1), TestContext.Current.CancellationToken);
            return [];
        }
    }
}
