using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ahoy.LanguageServer.Features;

/// <summary>Something that the server can do for an editor: a method or some, and what the editor is told of it at the start.</summary>
internal interface IFeature
{
    /// <summary>Adds what the editor is told.</summary>
    void Announce(JsonObject capabilities, ServerContext server);

    /// <summary>What it answers, by the protocol's method.</summary>
    IEnumerable<(string Method, Func<JsonElement, CancellationToken, Task<JsonNode?>> Answer)> Methods(ServerContext server);
}
