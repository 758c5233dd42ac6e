using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Offline.Sockets;

/// <summary>Stream and ConversationRelay from a Function's TwiML to a server with npm's ws, and back.</summary>
public sealed class SocketTests(SocketService service) : IClassFixture<SocketService>, IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _lines = new();
    private Process? _server;
    private string _url = "";

    public async ValueTask InitializeAsync()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Offline", "Sockets");
        try
        {
            await NodePackages.InstallAsync(folder, TestContext.Current.CancellationToken);
        }
        catch (Win32Exception)
        {
            Assert.Skip("npm is not installed on this machine.");
        }

        _server = Process.Start(new ProcessStartInfo(TestNode.Path, ["server.cjs"]) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        _server.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _server.BeginOutputReadLine();
        await Eventually.HoldsAsync(() => !_lines.IsEmpty);
        _url = _lines.TryDequeue(out var port) ? $"ws://localhost:{port}" : "";
        await service.AskAsync(HttpMethod.Put, "clock", new { mode = "fast" });
    }

    public ValueTask DisposeAsync()
    {
        _server?.Kill();
        _server?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Relay_FromGreetingToHandoff_IsAConversation()
    {
        var call = await service.AskAsync(HttpMethod.Post, "calls", new { to = $"/relay?url={_url}/relay" });
        Assert.Equal(("in-progress", "speech"), ((string?)call["status"], (string?)call["waitsFor"]));

        call = await service.AskAsync(HttpMethod.Post, $"calls/{call["sid"]}/speech", new { text = "hello" });
        Assert.Equal("You said hello.", (string?)call["transcript"]!.AsArray()[^1]!["text"]);
        call = await service.AskAsync(HttpMethod.Post, $"calls/{call["sid"]}/speech", new { text = "bye" });
        call = await EndAsync((string)call["sid"]!);

        Assert.Equal(
            ["Connect", "ConversationRelay", "Say Ahoy!", "Speech hello", "Say You said hello.", "Speech bye", "Say You said bye.", "Say It ended as ended with {\"reason\":\"bye\"}."],
            call["transcript"]!.AsArray().Select(s => $"{s!["verb"]} {s["text"]}".Trim()));
        Assert.Equal("completed", (string?)call["status"]);
        await Eventually.HoldsAsync(() => _lines.Contains("close 1000"));
        Assert.Equal("open /relay signed", _lines.First());
        Assert.Contains("\"customParameters\":{\"plan\":\"gold\"}", _lines.ElementAt(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_PlaysAndMarks_AndEndsWhenTheServerLeaves()
    {
        var call = await service.AskAsync(HttpMethod.Post, "calls", new { to = $"/stream?url={_url}/stream" });
        await Eventually.HoldsAsync(() => _lines.Any(l => l.Contains("\"name\":\"greeting\"", StringComparison.Ordinal)));
        await service.AskAsync(HttpMethod.Post, "clock/advance", new { by = "PT0.1S" });

        await service.AskAsync(HttpMethod.Post, $"calls/{call["sid"]}/digits", new { digits = "9" });

        await Eventually.HoldsAsync(() => _lines.Contains("close 1000"));
        var ended = await EndAsync((string)call["sid"]!);
        Assert.Equal(
            ["Connect", "Stream", "Media 0.5 s of sound", "Digits", "Say The stream is over."],
            ended["transcript"]!.AsArray().Select(s => $"{s!["verb"]} {s["text"]}".Trim()));
    }

    [Fact]
    public async Task Relay_ThatNobodyListensTo_Is64102()
    {
        var call = await service.AskAsync(HttpMethod.Post, "calls", new { to = "/relay?url=ws://127.0.0.1:9/" });

        Assert.Equal("completed", (string?)call["status"]);
        Assert.Contains(call["transcript"]!.AsArray(), s => (int?)s!["alert"] == 64102);
    }

    // A call rests when the server has answered; what else the server does comes when it comes.
    private async Task<JsonNode> EndAsync(string sid)
    {
        await Eventually.HoldsAsync(() => service.Twilio!.Simulator.Call(sid)!.Status == "completed");
        return await service.AskAsync(HttpMethod.Get, $"calls/{sid}");
    }
}
