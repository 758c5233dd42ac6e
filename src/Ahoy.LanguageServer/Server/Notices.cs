using System.Text.Json;
using System.Text.Json.Nodes;
using Ahoy.LanguageServer.Documents;
using Ahoy.LanguageServer.Features;
using Ahoy.LanguageServer.Protocol;

namespace Ahoy.LanguageServer.Server;

/// <summary>What an editor tells without asking: files that are opened, edited and closed, and what changes around them.</summary>
/// <param name="server">What all features share.</param>
/// <param name="publisher">Tells editors that do not ask.</param>
/// <param name="send">Sends a message.</param>
/// <param name="guard">Runs something whose mistake must not end the server.</param>
/// <param name="log">Takes what is odd, without the content of files.</param>
internal sealed class Notices(ServerContext server, Publisher publisher, Action<JsonObject> send, Action<Action> guard, TextWriter log) : IDisposable
{
    private FolderWatcher? _watcher;
    private int _nextRequest;

    /// <inheritdoc/>
    public void Dispose()
    {
        _watcher?.Dispose();
        publisher.Dispose();
    }

    /// <summary>Takes a notice.</summary>
    /// <exception cref="RequestException">It can't be understood.</exception>
    public void Take(string method, JsonElement parameters)
    {
        switch (method)
        {
            case "initialized":
                WatchFiles();
                break;
            case "textDocument/didOpen":
                Open(parameters);
                break;
            case "textDocument/didChange":
                Change(parameters);
                break;
            case "textDocument/didClose":
                Close(parameters);
                break;
            case "textDocument/didSave":
                if (FilePaths.PathOf(parameters.Required("textDocument", "uri")) is { } saved)
                {
                    OnFilesChanged([saved]);
                }

                break;
            case "workspace/didChangeWatchedFiles":
                OnFilesChanged(parameters.At("changes").Items().Select(change => FilePaths.PathOf(change.Required("uri"))).OfType<string>().ToList());
                break;
            case "workspace/didChangeWorkspaceFolders":
                ChangeFolders(parameters.At("event"));
                break;
            case "workspace/didChangeConfiguration":
                server.Projects.InvalidateAll();
                Refresh();
                break;
        }
    }

    // An editor that can tell of changed files; for others the server looks by itself.
    private void WatchFiles()
    {
        if (server.Capabilities.At("workspace", "didChangeWatchedFiles", "dynamicRegistration").IsTrue())
        {
            Ask("client/registerCapability", new JsonObject
            {
                ["registrations"] = new JsonArray(new JsonObject
                {
                    ["id"] = "ahoy-files",
                    ["method"] = "workspace/didChangeWatchedFiles",
                    ["registerOptions"] = new JsonObject { ["watchers"] = new JsonArray(new JsonObject { ["globPattern"] = "**/*" }) },
                }),
            });
        }
        else
        {
            _watcher = new FolderWatcher(server.Finder.WorkspaceFolders, paths => guard(() => OnFilesChanged(paths)));
        }
    }

    private void Open(JsonElement parameters)
    {
        var document = parameters.At("textDocument");
        var uri = document.Required("uri");
        if (FilePaths.PathOf(uri) is not { } path)
        {
            return;
        }

        var opened = new Document(uri, path, document.At("version").Number() ?? 0, document.Required("text"), server.Encoding);
        server.Documents.Put(opened);
        if (opened.IsTooLong)
        {
            server.Notify("window/showMessage", new JsonObject { ["type"] = 2, ["message"] = $"{Path.GetFileName(path)} has more than 5 MB: Ahoy does not look at it." });
        }

        publisher.Later(path);
    }

    private void Change(JsonElement parameters)
    {
        var identifier = parameters.At("textDocument");
        if (FilePaths.PathOf(identifier.Required("uri")) is not { } path || server.Documents.Find(path) is not { } document)
        {
            return;
        }

        // An edit of a version that was never there can't be applied: the file as it is on the disk is the best that is known, until the editor opens it again.
        var version = identifier.At("version").Number() ?? document.Version + 1;
        if (version <= document.Version && parameters.At("contentChanges").Items().Any(change => change.At("range").ValueKind == JsonValueKind.Object))
        {
            log.WriteLine($"textDocument/didChange: version {version} after {document.Version}.");
        }

        server.Documents.Put(document.With(version, parameters.At("contentChanges")));
        publisher.Later(path);
    }

    private void Close(JsonElement parameters)
    {
        var uri = parameters.Required("textDocument", "uri");
        if (FilePaths.PathOf(uri) is { } path && server.Documents.Remove(path) is { } closed)
        {
            publisher.Forget(closed);
            OthersOf(path);
        }
    }

    private void OnFilesChanged(IReadOnlyCollection<string> paths)
    {
        server.Finder.Forget();
        var folders = paths.Where(MayMatter).Select(server.Finder.FolderOf).OfType<string>().Distinct(FilePaths.Comparer).ToList();
        foreach (var folder in folders)
        {
            server.Projects.Invalidate(folder);
        }

        // A project may have come into being around an open file.
        if (folders.Count > 0 || paths.Any(path => Path.GetFileName(path) is "package.json" or ".twilioserverlessrc" || path.EndsWith("proj", StringComparison.Ordinal)))
        {
            Refresh();
        }
    }

    private static bool MayMatter(string path) =>
        !path.Split(Path.DirectorySeparatorChar).Any(part => part is ".git" or "bin") && !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private void ChangeFolders(JsonElement change)
    {
        var removed = change.At("removed").Items().Select(item => item.At("uri").Text()).OfType<string>().Select(FilePaths.PathOf).OfType<string>();
        var added = change.At("added").Items().Select(item => item.At("uri").Text()).OfType<string>().Select(FilePaths.PathOf).OfType<string>();
        server.Finder.WorkspaceFolders = [.. server.Finder.WorkspaceFolders.Except(removed, FilePaths.Comparer).Concat(added).Distinct(FilePaths.Comparer)];
        Refresh();
    }

    // Open files of the same project may depend on it.
    private void OthersOf(string path)
    {
        if (server.Finder.FolderOf(path) is { } folder)
        {
            foreach (var document in server.Documents.All.Where(document => server.Finder.FolderOf(document.Path) == folder))
            {
                publisher.Later(document.Path);
            }
        }
    }

    private void Refresh()
    {
        if (server.Pulls)
        {
            if (server.Capabilities.At("workspace", "diagnostics", "refreshSupport").IsTrue() || server.Capabilities.At("workspace", "diagnostic", "refreshSupport").IsTrue())
            {
                Ask("workspace/diagnostic/refresh", null);
            }

            return;
        }

        publisher.All();
    }

    private void Ask(string method, JsonNode? parameters) =>
        send(new JsonObject { ["id"] = $"ahoy-{Interlocked.Increment(ref _nextRequest)}", ["method"] = method, ["params"] = parameters });
}
