using System.Text.Json.Nodes;

namespace Ahoy.LanguageServer.Protocol;

/// <summary>What the server asks the editor. No answer is waited for: nothing here depends on whether the editor agreed.</summary>
/// <param name="send">Sends a message.</param>
internal sealed class Asked(Action<JsonObject> send)
{
    private int _last;

    /// <summary>Asks.</summary>
    public void Ask(string method, JsonNode? parameters) =>
        send(new JsonObject { ["id"] = $"ahoy-{Interlocked.Increment(ref _last)}", ["method"] = method, ["params"] = parameters });
}
