using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Infrastructure;

/// <summary>A debugger, as editors have one: speaks the DevTools protocol with a worker.</summary>
internal sealed class DebuggerClient : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(60));
    private readonly Queue<JsonNode> _events = new();
    private readonly Dictionary<string, string> _files = [];
    private readonly List<(string Url, string Map)> _maps = [];
    private int _lastId;

    private DebuggerClient(string target) => Target = target;

    /// <summary>The process that it is attached to, as the protocol names it.</summary>
    public string Target { get; }

    /// <summary>Attaches to the process that listens at a port, once it is another one than <paramref name="before"/>.</summary>
    public static async Task<DebuggerClient> AttachAsync(int port, string? before = null)
    {
        using var http = new HttpClient();
        JsonNode? target = null;
        await Eventually.HoldsAsync(() => (target = Find(http, port)) is not null && (string?)target["id"] != before);
        var client = new DebuggerClient((string)target!["id"]!);
        await client._socket.ConnectAsync(new Uri((string)target["webSocketDebuggerUrl"]!), client._patience.Token);
        await client.SendAsync("Runtime.enable");
        await client.SendAsync("Debugger.enable");
        return client;
    }

    /// <summary>Sends a command and waits for its result.</summary>
    public async Task<JsonNode> SendAsync(string method, object? parameters = null)
    {
        var id = ++_lastId;
        var command = JsonSerializer.SerializeToUtf8Bytes(new { id, method, @params = parameters ?? new { } });
        await _socket.SendAsync(command, WebSocketMessageType.Text, endOfMessage: true, _patience.Token);
        while (true)
        {
            var message = await ReceiveAsync();
            if ((int?)message["id"] == id)
            {
                Assert.Null(message["error"]);
                return message["result"]!;
            }

            _events.Enqueue(message);
        }
    }

    /// <summary>Waits until the process stops in the debugger.</summary>
    /// <returns>The frame that it stopped in.</returns>
    public async Task<JsonNode> WaitForPauseAsync()
    {
        while (true)
        {
            var message = _events.Count > 0 ? _events.Dequeue() : await ReceiveAsync();
            if ((string?)message["method"] == "Debugger.paused")
            {
                return message["params"]!["callFrames"]![0]!;
            }
        }
    }

    /// <summary>The file of a frame.</summary>
    public string FileOf(JsonNode frame) => _files[(string)frame["location"]!["scriptId"]!];

    /// <summary>The address of a script that was loaded, and that of its map, as the script says it.</summary>
    public (string Url, string Map) ScriptWithMap(string name) => _maps.Last(script => script.Url.EndsWith('/' + name, StringComparison.Ordinal));

    public void Dispose()
    {
        _socket.Dispose();
        _patience.Dispose();
    }

    private static JsonNode? Find(HttpClient http, int port)
    {
        try
        {
            return JsonNode.Parse(http.GetStringAsync($"http://127.0.0.1:{port}/json/list").GetAwaiter().GetResult())![0];
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private async Task<JsonNode> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var received = await _socket.ReceiveAsync(buffer.AsMemory(), _patience.Token);
            Assert.NotEqual(WebSocketMessageType.Close, received.MessageType);
            message.Write(buffer, 0, received.Count);
            if (received.EndOfMessage)
            {
                return Note(JsonNode.Parse(message.ToArray())!);
            }
        }
    }

    private JsonNode Note(JsonNode message)
    {
        if ((string?)message["method"] == "Debugger.scriptParsed")
        {
            var script = message["params"]!;
            _files[(string)script["scriptId"]!] = (string)script["url"]!;
            if ((string?)script["sourceMapURL"] is { Length: > 0 } map)
            {
                _maps.Add(((string)script["url"]!, map));
            }
        }

        return message;
    }
}
