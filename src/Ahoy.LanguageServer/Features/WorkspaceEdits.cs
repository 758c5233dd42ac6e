using System.Text.Json.Nodes;
using Ahoy.Analysis.Fixes;
using Ahoy.LanguageServer.Text;

namespace Ahoy.LanguageServer.Features;

/// <summary>Edits in the protocol's words: with the versions of open documents where the editor takes these.</summary>
internal static class WorkspaceEdits
{
    /// <summary>Edits of files.</summary>
    public static JsonObject Of(ServerContext server, IEnumerable<DocumentEdit> edits) => server.KnowsVersions
        ? new JsonObject { ["documentChanges"] = new JsonArray([.. edits.Select(edit => OfDocument(server, edit))]) }
        : new JsonObject { ["changes"] = new JsonObject(edits.Select(edit => KeyValuePair.Create<string, JsonNode?>(server.UriOf(edit.Path), edit.Parts))) };

    /// <summary>The edits of one file, as a part of <c>documentChanges</c>.</summary>
    public static JsonObject OfDocument(ServerContext server, DocumentEdit edit) => new()
    {
        ["textDocument"] = new JsonObject { ["uri"] = server.UriOf(edit.Path), ["version"] = edit.Version },
        ["edits"] = edit.Parts,
    };
}

/// <summary>Edits of one file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Version">The editor's version of the text that they are of; null where it is not open.</param>
/// <param name="Parts">The edits, in the protocol's words.</param>
internal sealed record DocumentEdit(string Path, int? Version, JsonArray Parts)
{
    /// <summary>Edits of a text.</summary>
    public static DocumentEdit Of(string path, int? version, TextMap map, IEnumerable<TextEdit> edits) =>
        new(path, version, new JsonArray([.. edits.Select(edit => new JsonObject { ["range"] = map.RangeOf(edit.Start, edit.End), ["newText"] = edit.NewText })]));
}
