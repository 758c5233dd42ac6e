using System.Text.Json.Nodes;
using Ahoy.Analysis.Fixes;
using Ahoy.LanguageServer.Protocol;
using Ahoy.LanguageServer.Text;

namespace Ahoy.LanguageServer.Features;

/// <summary>Makes the edit of the workspace that a fix of several files is: all of it, or none where a file or the editor does not allow a part.</summary>
internal static class FixEdits
{
    /// <summary>The edit; null where the fix can't be applied as the files are now, or the editor can't do what it takes.</summary>
    public static JsonObject? Of(ServerContext server, OpenFile open, Fix fix)
    {
        if (!server.KnowsVersions)
        {
            return OfTexts(server, open, fix);
        }

        var changes = new JsonArray();
        if (fix.Edits.Count > 0)
        {
            changes.AddNode(WorkspaceEdits.OfDocument(server, DocumentEdit.Of(open.Document.Path, open.Document.Version, open.Document.Map, fix.Edits)));
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

    // An editor of the older form is told of texts, and makes and renames no files.
    private static JsonObject? OfTexts(ServerContext server, OpenFile open, Fix fix)
    {
        var edits = new List<DocumentEdit>();
        if (fix.Edits.Count > 0)
        {
            edits.Add(DocumentEdit.Of(open.Document.Path, open.Document.Version, open.Document.Map, fix.Edits));
        }

        foreach (var change in fix.OtherFiles)
        {
            if (change is not FileEdit edit || EditOf(server, PathOf(open, change.File), edit) is not { } made)
            {
                return null;
            }

            edits.Add(made);
        }

        return WorkspaceEdits.Of(server, edits);
    }

    private static JsonObject[]? ChangesOf(ServerContext server, OpenFile open, FileChange change)
    {
        var path = PathOf(open, change.File);
        switch (change)
        {
            case FileEdit edit:
                return EditOf(server, path, edit) is { } made ? [WorkspaceEdits.OfDocument(server, made)] : null;
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
                        WorkspaceEdits.OfDocument(server, DocumentEdit.Of(path, null, new TextMap(string.Empty, server.Encoding), [new TextEdit(0, 0, creation.Text)])),
                    ]
                    : null;
            default:
                return null;
        }
    }

    private static string PathOf(OpenFile open, string file) =>
        file == FileChange.EnvironmentFile && open.Project.EnvFile is { } environment ? environment : Path.GetFullPath(Path.Combine(open.Project.Folder, file));

    // Of the text as the editor has it, where the file is open; null where the edit is not of that text, or nobody knows it.
    private static DocumentEdit? EditOf(ServerContext server, string path, FileEdit edit)
    {
        try
        {
            var open = server.Documents.Find(path);
            var text = open is null ? File.ReadAllText(path) : open.Text;
            return open is not { IsLost: true } && edit.EditsOf(text) is { } edits
                ? DocumentEdit.Of(path, open?.Version, open?.Map ?? new TextMap(text, server.Encoding), edits)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool CanDo(ServerContext server, string operation) =>
        server.Capabilities.At("workspace", "workspaceEdit", "resourceOperations").Items().Any(item => item.GetString() == operation);
}
