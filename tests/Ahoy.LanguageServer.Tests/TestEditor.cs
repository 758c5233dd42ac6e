using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ahoy.LanguageServer.Documents;
using Ahoy.LanguageServer.Projects;
using Ahoy.LanguageServer.Protocol;
using Ahoy.LanguageServer.Server;
using Ahoy.TestSupport;

namespace Ahoy.LanguageServer.Tests;

/// <summary>An editor with a folder of its own, and a server in this process that it speaks to over streams.</summary>
internal sealed class TestEditor : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly Pipe _toServer = new();
    private readonly Pipe _toEditor = new();
    private readonly LspServer _server;
    private readonly Connection _connection;
    private readonly Task _reading;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _waiting = new();
    private readonly ConcurrentDictionary<string, int> _versions = new(StringComparer.Ordinal);
    private int _last;

    private TestEditor(IBuildChecks? checks)
    {
        _server = new LspServer(_toServer.Reader.AsStream(), _toEditor.Writer.AsStream(), TextWriter.Synchronized(Log), checks ?? new NoChecks(), new OneRun());
        _connection = new Connection(_toEditor.Reader.AsStream(), _toServer.Writer.AsStream());
        Ended = _server.RunAsync(CancellationToken.None);
        _reading = ReadAsync();
    }

    public TempFolder Folder { get; } = new();

    public StringWriter Log { get; } = new();

    /// <summary>The server's exit code, when it has ended.</summary>
    public Task<int> Ended { get; }

    /// <summary>What the server has said on its own, oldest first.</summary>
    public BlockingCollection<JsonElement> Said { get; } = [];

    /// <summary>What <c>initialize</c> was answered.</summary>
    public JsonElement Capabilities { get; private set; }

    public static async Task<TestEditor> StartAsync(string? capabilities = null, IBuildChecks? checks = null, params (string File, string Text)[] files)
    {
        var editor = new TestEditor(checks);
        editor.Folder.Write("package.json", "{ \"name\": \"x\" }\n");
        foreach (var (file, text) in files)
        {
            editor.Folder.Write(file, text);
        }

        var answer = await editor.AskAsync("initialize", new JsonObject
        {
            ["processId"] = null,
            ["rootUri"] = FilePaths.UriOf(editor.Folder.Path),
            ["capabilities"] = JsonNode.Parse(capabilities ?? """{ "textDocument": { "diagnostic": {} }, "workspace": { "workspaceEdit": { "documentChanges": true }, "didChangeWatchedFiles": { "dynamicRegistration": true } } }"""),
        });
        editor.Capabilities = answer.GetProperty("capabilities");
        await editor.TellAsync("initialized", new JsonObject());
        return editor;
    }

    public string UriOf(string file) => FilePaths.UriOf(Folder.Combine(file));

    public JsonObject Identify(string file) => new() { ["uri"] = UriOf(file) };

    /// <summary>Opens a file, which lies in the folder with the same text unless it is there already.</summary>
    public async Task OpenAsync(string file, string text)
    {
        if (!File.Exists(Folder.Combine(file)))
        {
            Folder.Write(file, text);
        }

        _versions[file] = 1;
        await TellAsync("textDocument/didOpen", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = UriOf(file), ["languageId"] = "javascript", ["version"] = 1, ["text"] = text },
        });
    }

    /// <summary>Edits an open file.</summary>
    public Task ChangeAsync(string file, params JsonObject[] changes) => TellAsync("textDocument/didChange", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = UriOf(file), ["version"] = _versions.AddOrUpdate(file, 1, (_, version) => version + 1) },
        ["contentChanges"] = new JsonArray([.. changes]),
    });

    public static JsonObject Edit(int startLine, int startCharacter, int endLine, int endCharacter, string text) => new()
    {
        ["range"] = new JsonObject
        {
            ["start"] = Position(startLine, startCharacter),
            ["end"] = Position(endLine, endCharacter),
        },
        ["text"] = text,
    };

    public static JsonObject Position(int line, int character) => new() { ["line"] = line, ["character"] = character };

    /// <summary>What is found in a file.</summary>
    public async Task<IReadOnlyList<JsonElement>> DiagnoseAsync(string file)
    {
        var report = await AskAsync("textDocument/diagnostic", new JsonObject { ["textDocument"] = Identify(file) });
        return [.. report.GetProperty("items").EnumerateArray()];
    }

    /// <summary>Asks about a place.</summary>
    public Task<JsonElement> AskAtAsync(string method, string file, int line, int character, JsonObject? more = null)
    {
        var parameters = more ?? new JsonObject();
        parameters["textDocument"] = Identify(file);
        parameters["position"] = Position(line, character);
        return AskAsync(method, parameters);
    }

    /// <summary>Asks, and gives the result.</summary>
    /// <exception cref="LspErrorException">It was refused.</exception>
    public async Task<JsonElement> AskAsync(string method, JsonNode? parameters)
    {
        var (id, answer) = Begin();
        await SendAsync(new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters });
        return await answer.WaitAsync(s_patience);
    }

    /// <summary>Asks, and gives the id at once, to cancel it by.</summary>
    public async Task<(int Id, Task<JsonElement> Answer)> AskLaterAsync(string method, JsonNode? parameters)
    {
        var (id, answer) = Begin();
        await SendAsync(new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters });
        return (id, answer.WaitAsync(s_patience));
    }

    public Task TellAsync(string method, JsonNode? parameters) => SendAsync(new JsonObject { ["method"] = method, ["params"] = parameters });

    public Task SendAsync(JsonObject message)
    {
        _connection.Write(message);
        return Task.CompletedTask;
    }

    public async Task SendRawAsync(byte[] bytes)
    {
        await _toServer.Writer.WriteAsync(bytes);
        await _toServer.Writer.FlushAsync();
    }

    /// <summary>The next thing of a kind that the server says on its own.</summary>
    public JsonElement Next(params ReadOnlySpan<string> methods)
    {
        while (Said.TryTake(out var message, s_patience))
        {
            if (message.At("method").Text() is { } said && methods.Contains(said))
            {
                return message.GetProperty("params");
            }
        }

        throw new TimeoutException($"The server has not said {string.Join(" or ", methods.ToArray())}.");
    }

    /// <summary>Ends the server's input.</summary>
    public async Task<int> CloseAsync()
    {
        await _toServer.Writer.CompleteAsync();
        return await Ended.WaitAsync(s_patience);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await _toEditor.Writer.CompleteAsync();
        await _reading;
        _server.Dispose();
        Said.Dispose();
        Folder.Dispose();
    }

    private (int Id, Task<JsonElement> Answer) Begin()
    {
        var id = Interlocked.Increment(ref _last);
        return (id, _waiting.GetOrAdd(id, _ => new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously)).Task);
    }

    private async Task ReadAsync()
    {
        while (await _connection.ReadAsync(CancellationToken.None) is { } document)
        {
            var message = document.RootElement;
            if (message.At("id").Number() is { } id && message.At("method").ValueKind == JsonValueKind.Undefined && _waiting.TryRemove(id, out var waiting))
            {
                if (message.At("error") is { ValueKind: JsonValueKind.Object } error)
                {
                    waiting.TrySetException(new LspErrorException(error.GetProperty("code").GetInt32(), error.GetProperty("message").GetString()!));
                }
                else
                {
                    waiting.TrySetResult(message.GetProperty("result"));
                }
            }
            else
            {
                Said.Add(message);
            }
        }
    }

    private sealed class NoChecks : IBuildChecks
    {
        public IReadOnlyList<BuildFinding> Check(string folder) => [];
    }
}

/// <summary>A request was refused.</summary>
internal sealed class LspErrorException(int code, string message) : Exception(message)
{
    public int Code => code;
}
