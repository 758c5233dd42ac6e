using System.Text.Json;
using System.Text.Json.Nodes;
using Ahoy.Analysis.Platform;
using Ahoy.LanguageServer.Protocol;
using Ahoy.LanguageServer.Projects;

namespace Ahoy.LanguageServer.Features;

/// <summary>Above a handler: its route; where a host runs also what can be done with it, and how its last request ended.</summary>
internal sealed class CodeLenses : IFeature
{
    /// <inheritdoc/>
    public void Announce(JsonObject capabilities, ServerContext server) => capabilities["codeLensProvider"] = new JsonObject { ["resolveProvider"] = false };

    /// <inheritdoc/>
    public IEnumerable<(string Method, Func<JsonElement, CancellationToken, Task<JsonNode?>> Answer)> Methods(ServerContext server)
    {
        yield return ("textDocument/codeLens", (parameters, cancellation) => FindAsync(server, parameters, cancellation));
    }

    private static async Task<JsonNode?> FindAsync(ServerContext server, JsonElement parameters, CancellationToken cancellation)
    {
        var lenses = new JsonArray();
        if (server.Open(parameters, cancellation) is not { File.IsEndpoint: true } open || open.File.Source.Handlers.Known is not [var handler, ..])
        {
            return lenses;
        }

        var range = open.Document.Map.RangeOf(handler.Export.Start, handler.Export.Start);
        var host = await RunningHost.FindAsync(open.Project.Folder, cancellation).ConfigureAwait(false);
        var last = host is null ? null : await host.LastResultAsync(open.Resource.Path, cancellation).ConfigureAwait(false);
        Add($"{open.Resource.Path} ({open.Resource.Visibility.ToString().ToLowerInvariant()}){(last is null ? "" : $": {last}")}", command: "");
        if (host is not null)
        {
            Add("invoke", Commands.Invoke);
            if (host.OfflineUrl is not null)
            {
                Add("text", Commands.Text);
                Add("call", Commands.Call);
            }
        }

        return lenses;

        void Add(string title, string command)
        {
            var shown = new JsonObject { ["title"] = title, ["command"] = command };
            if (command.Length > 0)
            {
                shown["arguments"] = new JsonArray(open.Document.Uri);
            }

            lenses.AddNode(new JsonObject { ["range"] = range.DeepClone(), ["command"] = shown });
        }
    }
}
