using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Ahoy.LanguageServer.Protocol;

/// <summary>What the server asks the editor, and whether that agreed.</summary>
/// <param name="send">Sends a message.</param>
internal sealed class Asked(Action<JsonObject> send)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<bool>> _waiting = new(StringComparer.Ordinal);
    private int _last;

    /// <summary>Asks.</summary>
    /// <returns>Whether the editor agreed. It never ends where the editor never answers.</returns>
    public Task<bool> AskAsync(string method, JsonNode? parameters)
    {
        var id = $"ahoy-{Interlocked.Increment(ref _last)}";
        var answer = _waiting.GetOrAdd(id, static _ => new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        send(new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters });
        return answer;
    }

    /// <summary>Takes an answer.</summary>
    public void Answer(string? id, bool isRefused)
    {
        if (id is not null && _waiting.TryRemove(id, out var waiting))
        {
            waiting.TrySetResult(!isRefused);
        }
    }
}
