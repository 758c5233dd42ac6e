using System.Text.Json.Nodes;
using Ahoy.Analysis.Fixes;
using Ahoy.LanguageServer.Protocol;

namespace Ahoy.LanguageServer.Features;

/// <summary>Makes the edit of the workspace that a fix of several files is: all of it, or none where a file or the editor does not allow a part.</summary>
internal static class FixEdits
{
    /// <summary>The edit; null where the fix can't be applied as the files are now, or the editor can't do what it takes.</summary>
    public static JsonObject? Of(ServerContext server, OpenFile open, Fix fix)
    {
        if (!server.KnowsVersions)
        {
            return null;
        }

        var changes = new JsonArray();
        if (fix.Edits.Count > 0)
        {
            changes.AddNode(EditOf(server, open.Document.Path, open.Document.Version, open.File.Text, fix.Edits));
        }

        foreach (var change in fix.OtherFiles)
        {
            if (ChangesOf(server, open, change) is not { } parts)
            {
                return null;
            }

            foreach (var part in parts)
            {
                changes.AddNode(part);
            }
        }

        return new JsonObject { ["documentChanges"] = changes };
    }

    private static JsonObject[]? ChangesOf(ServerContext server, OpenFile open, FileChange change)
    {
        var path = PathOf(open, change.File);
        switch (change)
        {
            case FileEdit edit:
                return TextOf(server, path) is { } text && edit.EditsOf(text) is { } edits
                    ? [EditOf(server, path, server.Documents.Find(path)?.Version, text, edits)]
                    : null;
            case FileRename rename:
                var target = PathOf(open, rename.NewFile);
                return CanDo(server, "rename") && !File.Exists(target)
                    ? [new JsonObject { ["kind"] = "rename", ["oldUri"] = server.UriOf(path), ["newUri"] = server.UriOf(target) }]
                    : null;
            case FileCreation creation:
                return CanDo(server, "create") && !File.Exists(path)
                    ?
                    [
                        new JsonObject { ["kind"] = "create", ["uri"] = server.UriOf(path) },
                        EditOf(server, path, null, string.Empty, [new TextEdit(0, 0, creation.Text)]),
                    ]
                    : null;
            default:
                return null;
        }
    }

    private static JsonObject EditOf(ServerContext server, string path, int? version, string text, IReadOnlyList<TextEdit> edits)
    {
        var map = server.MapOf(path, text);
        return new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = server.UriOf(path), ["version"] = version },
            ["edits"] = new JsonArray([.. edits.Select(edit => new JsonObject { ["range"] = map.RangeOf(edit.Start, edit.End), ["newText"] = edit.NewText })]),
        };
    }

    private static string PathOf(OpenFile open, string file) =>
        file == FileChange.EnvironmentFile && open.Project.EnvFile is { } environment ? environment : Path.GetFullPath(Path.Combine(open.Project.Folder, file));

    private static string? TextOf(ServerContext server, string path)
    {
        try
        {
            return server.Documents.Find(path) switch
            {
                { IsLost: true } => null,
                { } open => open.Text,
                null => File.ReadAllText(path),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool CanDo(ServerContext server, string operation) =>
        server.Capabilities.At("workspace", "workspaceEdit", "resourceOperations").Items().Any(item => item.GetString() == operation);
}
