using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ahoy.LanguageServer.Tests;

/// <summary>From the first message to the exit code, and what odd clients are told.</summary>
public sealed class LifeCycleTests
{
    [Fact]
    public async Task Exit_AfterShutdown_IsZero()
    {
        await using var editor = await TestEditor.StartAsync();

        Assert.Equal(JsonValueKind.Null, (await editor.AskAsync("shutdown", null)).ValueKind);
        var refused = await Assert.ThrowsAsync<LspErrorException>(() => editor.AskAsync("textDocument/hover", new JsonObject()));
        Assert.Equal(-32600, refused.Code);
        await editor.TellAsync("exit", null);

        Assert.Equal(0, await editor.Ended);
    }

    [Fact]
    public async Task Exit_WithoutShutdown_IsOne()
    {
        await using var editor = await TestEditor.StartAsync();

        await editor.TellAsync("exit", null);

        Assert.Equal(1, await editor.Ended);
    }

    [Fact]
    public async Task Input_ThatEnds_EndsTheServer()
    {
        await using var editor = await TestEditor.StartAsync();

        Assert.Equal(1, await editor.CloseAsync());
    }

    [Theory]
    [InlineData("Content-Length: 9\r\n\r\nnot json!", -32700)]
    [InlineData("Content-Length: x\r\n\r\n", -32700)]
    [InlineData("Content-Type: x\r\nContent-Length: -1\r\n\r\n", -32700)]
    [InlineData("Content-Length: 2\r\n\r\n[]", -32600)]
    [InlineData("Content-Length: 8\r\n\r\n{\"id\":9}", -32600)]
    public async Task Message_ThatIsMalformed_IsAnsweredAndTheNextIsRead(string message, int code)
    {
        await using var editor = await TestEditor.StartAsync();

        await editor.SendRawAsync(Encoding.ASCII.GetBytes(message));

        Assert.True(editor.Said.TryTake(out var answer, TimeSpan.FromSeconds(30)) && (answer.TryGetProperty("error", out var error) || (editor.Said.TryTake(out answer, TimeSpan.FromSeconds(30)) && answer.TryGetProperty("error", out error))));
        Assert.Equal(code, answer.GetProperty("error").GetProperty("code").GetInt32());
        Assert.Equal(JsonValueKind.Array, (await editor.AskAsync("textDocument/codeLens", new JsonObject { ["textDocument"] = editor.Identify("functions/a.js") })).ValueKind);
    }

    [Fact]
    public async Task Request_OfAnUnknownMethod_IsRefused()
    {
        await using var editor = await TestEditor.StartAsync();

        Assert.Equal(-32601, (await Assert.ThrowsAsync<LspErrorException>(() => editor.AskAsync("textDocument/nothing", new JsonObject()))).Code);
        Assert.Equal(-32602, (await Assert.ThrowsAsync<LspErrorException>(() => editor.AskAsync("textDocument/hover", new JsonObject()))).Code);
        Assert.Equal(-32600, (await Assert.ThrowsAsync<LspErrorException>(() => editor.AskAsync("initialize", new JsonObject()))).Code);
        await editor.TellAsync("$/setTrace", new JsonObject { ["value"] = "verbose" });
        await editor.TellAsync("$/whatever", null);
    }

    [Theory]
    [InlineData("""["utf-32", "utf-8", "utf-16"]""", "utf-8", 4)]
    [InlineData("""["utf-16", "utf-8"]""", "utf-16", 2)]
    [InlineData("""["utf-32"]""", "utf-16", 2)]
    public async Task Encoding_IsTheFirstThatIsKnown(string list, string expected, int characters)
    {
        await using var editor = await TestEditor.StartAsync($$"""{ "general": { "positionEncodings": {{list}} }, "textDocument": { "diagnostic": {} } }""");
        Assert.Equal(expected, editor.Capabilities.GetProperty("positionEncoding").GetString());

        // What counts differently stands before what is reported.
        await editor.OpenAsync("functions/a.js", "exports.handler = (context, event, callback) => { '😀'; event.request.headers['X-A']; callback(); };\n");

        var start = Assert.Single(await editor.DiagnoseAsync("functions/a.js")).GetProperty("range").GetProperty("start").GetProperty("character").GetInt32();
        Assert.Equal("exports.handler = (context, event, callback) => { '".Length + characters + "'; event.request.headers[".Length, start);
    }

    [Fact]
    public async Task Cancelled_Request_SaysSo()
    {
        await using var editor = await TestEditor.StartAsync();
        for (var i = 0; i < 50; i++)
        {
            editor.Folder.Write($"functions/f{i}.js", "exports.handler = (context, event, callback) => callback(null, 'hi');\n");
        }

        var (id, answer) = await editor.AskLaterAsync("workspace/diagnostic", new JsonObject { ["previousResultIds"] = new JsonArray() });
        await editor.TellAsync("$/cancelRequest", new JsonObject { ["id"] = id });

        // It may have been answered before.
        try
        {
            await answer;
        }
        catch (LspErrorException e)
        {
            Assert.Equal(-32800, e.Code);
        }
    }
}
