using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ahoy.Analysis.Engine;
using Ahoy.LanguageServer.Documents;
using Ahoy.LanguageServer.Features;
using Ahoy.LanguageServer.Projects;
using Ahoy.LanguageServer.Protocol;
using Ahoy.LanguageServer.Text;

namespace Ahoy.LanguageServer.Server;

/// <summary>
/// The server's life: reads one message after the other, applies edits in their order, and answers requests beside each other, so that none waits for a file that it does
/// not concern.
/// </summary>
internal sealed class LspServer : IDisposable
{
    private static readonly TimeSpan s_parentPatience = TimeSpan.FromSeconds(2);

    private readonly Connection _connection;
    private readonly ServerContext _server;
    private readonly TextWriter _log;
    private readonly Dictionary<string, Func<JsonElement, CancellationToken, Task<JsonNode?>>> _methods = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);
    private readonly Notices _notices;
    private readonly Asked _asked;
    private readonly ServerTrace _trace;
    private readonly CancellationTokenSource _stop = new();
    private readonly IdleCollection _idle = new();
    private bool _isInitialized;
    private bool _isShutDown;

    /// <param name="input">What the client says.</param>
    /// <param name="output">What the server says.</param>
    /// <param name="log">Takes what went wrong inside, without the content of files.</param>
    /// <param name="checks">The checks of the Build.</param>
    /// <param name="runs">Makes the runs that show a finding.</param>
    public LspServer(Stream input, Stream output, TextWriter log, IBuildChecks checks, IShownRuns runs)
    {
        (_connection, _log, _server) = (new Connection(input, output), log, new ServerContext(checks, runs));
        _server.Notify = (method, parameters) => Send(new JsonObject { ["method"] = method, ["params"] = parameters });
        _trace = new ServerTrace(_server.Notify);
        _asked = new Asked(Send);
        _notices = new Notices(_server, new Publisher(_server, Guard), _asked, _trace, Guard, log);
        foreach (var (method, answer) in FeatureList.All.SelectMany(feature => feature.Methods(_server)))
        {
            _methods.Add(method, answer);
        }
    }

    /// <summary>Serves until the client says <c>exit</c>, its input ends, or its process is gone.</summary>
    /// <returns>0 after <c>shutdown</c>, else 1.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _stop.Token);
        try
        {
            while (true)
            {
                try
                {
                    if (await _connection.ReadAsync(linked.Token).ConfigureAwait(false) is not { } message)
                    {
                        break;
                    }

                    _idle.Postpone();
                    if (!Handle(message.RootElement))
                    {
                        break;
                    }
                }
                catch (MalformedMessageException e)
                {
                    Fail(null, ErrorCodes.ParseError, e.Message);
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The client has gone.
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        return _isShutDown ? 0 : 1;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _notices.Dispose();
        _idle.Dispose();
        _stop.Dispose();
    }

    /// <summary>Handles a message.</summary>
    /// <returns>Whether there are to be more.</returns>
    private bool Handle(JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object)
        {
            Fail(null, ErrorCodes.InvalidRequest, "A message is a JSON object.");
            return true;
        }

        var id = message.At("id");
        if (message.At("method").Text() is not { } method)
        {
            // An answer to what the server asked: none of them is waited for.
            if (id.ValueKind == JsonValueKind.Undefined || (message.At("result").ValueKind == JsonValueKind.Undefined && message.At("error").ValueKind == JsonValueKind.Undefined))
            {
                Fail(id, ErrorCodes.InvalidRequest, "The message has no method.");
            }

            return true;
        }

        var parameters = message.At("params");
        if (id.ValueKind == JsonValueKind.Undefined)
        {
            return HandleNotification(method, parameters);
        }

        HandleRequest(id, method, parameters);
        return true;
    }

    private void HandleRequest(JsonElement id, string method, JsonElement parameters)
    {
        switch (method)
        {
            case "initialize" when _isInitialized:
                Fail(id, ErrorCodes.InvalidRequest, "The server is initialized already.");
                return;
            case "initialize":
                Answer(id, Initialize(parameters));
                return;
            case "shutdown":
                _isShutDown = true;
                Answer(id, null);
                return;
        }

        if (!_isInitialized)
        {
            Fail(id, ErrorCodes.ServerNotInitialized, "The first request is 'initialize'.");
        }
        else if (_isShutDown)
        {
            Fail(id, ErrorCodes.InvalidRequest, "The server is shut down.");
        }
        else if (!_methods.TryGetValue(method, out var answer))
        {
            Fail(id, ErrorCodes.MethodNotFound, $"There is no method '{method}'.");
        }
        else
        {
            _ = AnswerAsync(id, method, parameters, answer);
        }
    }

    private async Task AnswerAsync(JsonElement id, string method, JsonElement parameters, Func<JsonElement, CancellationToken, Task<JsonNode?>> answer)
    {
        var key = id.GetRawText();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        _running[key] = cancellation;
        var began = Stopwatch.GetTimestamp();
        try
        {
            var token = cancellation.Token;
            Answer(id, await Task.Run(() => answer(parameters, token), token).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            Fail(id, ErrorCodes.RequestCancelled, "The request was cancelled.");
        }
        catch (RequestException e)
        {
            Fail(id, e.Code, e.Message);
        }
#pragma warning disable CA1031 // One request's mistake is not another's.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log(e);
            Fail(id, ErrorCodes.InternalError, $"This is a mistake in Ahoy: {e.GetType().Name}. The server's log has more.");
        }
        finally
        {
            _running.TryRemove(key, out _);
            _trace.Answered(method, Stopwatch.GetElapsedTime(began));
        }
    }

    private bool HandleNotification(string method, JsonElement parameters)
    {
        if (method == "exit")
        {
            return false;
        }

        if (method == "$/cancelRequest")
        {
            if (_running.TryGetValue(parameters.At("id") is { ValueKind: not JsonValueKind.Undefined } id ? id.GetRawText() : "", out var running))
            {
                running.Cancel();
            }

            return true;
        }

        if (!_isInitialized)
        {
            return true;
        }

        _trace.Took(method);

        try
        {
            _notices.Take(method, parameters);
        }
        catch (RequestException e)
        {
            _log.WriteLine($"{method}: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log(e);
        }

        return true;
    }

    private JsonObject Initialize(JsonElement parameters)
    {
        _isInitialized = true;
        // The elements of a message live as long as its document, which nobody disposes of.
        _server.Capabilities = parameters.At("capabilities");
        _server.Progress = new Progress(_server.Notify, _asked, _server.Capabilities);
        _trace.Set(parameters.At("trace").Text());
        _server.Encoding = _server.Capabilities.At("general", "positionEncodings").Items().Select(item => item.Text())
            .Select(name => name switch { "utf-8" => PositionEncoding.Utf8, "utf-16" => PositionEncoding.Utf16, _ => (PositionEncoding?)null })
            .FirstOrDefault(known => known is not null) ?? PositionEncoding.Utf16;
        var folders = parameters.At("workspaceFolders").Items().Select(folder => folder.At("uri").Text());
        _server.Finder.WorkspaceFolders = [.. folders.Append(parameters.At("rootUri").Text()).OfType<string>().Select(FilePaths.PathOf).OfType<string>().Distinct(FilePaths.Comparer)];
        _ = Task.Run(() => Guard(_server.Projects.ReadAhead));
        if (parameters.At("processId").Number() is { } parent)
        {
            _ = EndWithAsync(parent);
        }

        var capabilities = new JsonObject
        {
            ["positionEncoding"] = _server.Encoding == PositionEncoding.Utf8 ? "utf-8" : "utf-16",
            ["textDocumentSync"] = new JsonObject { ["openClose"] = true, ["change"] = 2, ["save"] = new JsonObject { ["includeText"] = true } },
            ["workspace"] = new JsonObject { ["workspaceFolders"] = new JsonObject { ["supported"] = true, ["changeNotifications"] = true } },
        };
        foreach (var feature in FeatureList.All)
        {
            feature.Announce(capabilities, _server);
        }

        return new JsonObject
        {
            ["capabilities"] = capabilities,
            ["serverInfo"] = new JsonObject { ["name"] = "Ahoy", ["version"] = typeof(LspServer).Assembly.GetName().Version?.ToString(3) },
        };
    }

    private async Task EndWithAsync(int parent)
    {
        try
        {
            using var process = Process.GetProcessById(parent);
            await process.WaitForExitAsync(_stop.Token).ConfigureAwait(false);
        }
        catch (ArgumentException)
        {
            // It is gone already.
        }
        catch (OperationCanceledException)
        {
            return;
        }

        // What it sent last may still be on the way; then this process ends, whatever it waits for.
        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.Delay(s_parentPatience).ConfigureAwait(false);
        Environment.Exit(_isShutDown ? 0 : 1);
    }

    private void Answer(JsonElement id, JsonNode? result) => Send(new JsonObject { ["id"] = JsonNode.Parse(id.GetRawText()), ["result"] = result });

    private void Fail(JsonElement? id, int code, string message) => Send(new JsonObject
    {
        ["id"] = id is { ValueKind: JsonValueKind.Number or JsonValueKind.String } known ? JsonNode.Parse(known.GetRawText()) : null,
        ["error"] = new JsonObject { ["code"] = code, ["message"] = message },
    });

    private void Send(JsonObject message)
    {
        try
        {
            _connection.Write(message);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The client has gone.
        }
    }

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (OperationCanceledException)
        {
            // Somebody typed on.
        }
#pragma warning disable CA1031 // A file that can't be looked at must not end the server.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log(e);
        }
    }

    // Where it happened, never what stands in the file.
    private void Log(Exception error) => _log.WriteLine(error is RuleFailedException ? error.Message : $"{error.GetType().Name} {error.StackTrace}");
}
