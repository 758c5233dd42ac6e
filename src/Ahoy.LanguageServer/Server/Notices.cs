using System.Text.Json;
using System.Text.Json.Nodes;
using Ahoy.LanguageServer.Documents;
using Ahoy.LanguageServer.Features;
using Ahoy.LanguageServer.Projects;
using Ahoy.LanguageServer.Protocol;

namespace Ahoy.LanguageServer.Server;

/// <summary>What an editor tells without asking: files that are opened, edited and closed, and what changes around them.</summary>
/// <param name="server">What all features share.</param>
/// <param name="publisher">Tells editors that do not ask.</param>
/// <param name="asked">Asks the editor.</param>
/// <param name="trace">Tells of the server's own work.</param>
/// <param name="guard">Runs something whose mistake must not end the server.</param>
/// <param name="log">Takes what is odd, without the content of files.</param>
internal sealed class Notices(ServerContext server, Publisher publisher, Asked asked, ServerTrace trace, Action<Action> guard, TextWriter log) : IDisposable
{
    private FolderWatcher? _watcher;
    private readonly HashSet<string> _askedForText = new(FilePaths.Comparer);

    /// <inheritdoc/>
    public void Dispose()
    {
        _watcher?.Dispose();
        server.Runs?.Dispose();
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
                Save(parameters);
                break;
            case "$/setTrace":
                trace.Set(parameters.At("value").Text());
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
            asked.Ask("client/registerCapability", new JsonObject
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
        if (server.Finder.FolderOf(path) is { } folder)
        {
            (server.Runs ??= new FailedRuns(folder => server.Projects.Get(folder).EnvFile, file => guard(() => OnRun(file)))).Watch(folder);
        }
    }

    // A request has failed at a line of the file, or does not any more.
    private void OnRun(string path)
    {
        if (server.Pulls)
        {
            Refresh();
        }
        else
        {
            publisher.Later(path);
        }
    }

    private void Change(JsonElement parameters)
    {
        var identifier = parameters.At("textDocument");
        if (FilePaths.PathOf(identifier.Required("uri")) is not { } path || server.Documents.Find(path) is not { } document)
        {
            return;
        }

        var version = identifier.At("version").Number() ?? document.Version + 1;
        var changes = parameters.At("contentChanges");
        if (document.FindContradiction(version, changes) is { } contradiction)
        {
            Lose(document, version, contradiction);
            return;
        }

        Put(document, document.With(version, changes));
    }

    // What an editor saves is its text, and known again.
    private void Save(JsonElement parameters)
    {
        if (FilePaths.PathOf(parameters.Required("textDocument", "uri")) is not { } path)
        {
            return;
        }

        if (server.Documents.Find(path) is { IsLost: true } lost && (parameters.At("text").Text() ?? File.ReadAllText(path)) is { } text)
        {
            Put(lost, lost.WithText(lost.Version, text));
        }

        OnFilesChanged([path]);
    }

    private void Put(Document before, Document after)
    {
        server.Documents.Put(after);
        if (before.IsLost && _askedForText.Remove(after.Path))
        {
            asked.Ask("client/unregisterCapability", new JsonObject
            {
                // The protocol's own spelling.
                ["unregisterations"] = new JsonArray(new JsonObject { ["id"] = IdOf(after.Path), ["method"] = "textDocument/didChange" }),
            });
        }

        publisher.Later(after.Path);
    }

    // Findings and fixes of another text than the editor's would point at the wrong places: there are none until the whole text comes. It is asked for by registering for whole texts.
    private void Lose(Document document, int version, string why)
    {
        server.Documents.Put(document.Lost(Math.Max(version, document.Version)));
        if (document.IsLost)
        {
            return;
        }

        log.WriteLine($"textDocument/didChange of {Path.GetFileName(document.Path)}: {why}. The text is asked for again.");
        if (server.Capabilities.At("textDocument", "synchronization", "dynamicRegistration").IsTrue() && _askedForText.Add(document.Path))
        {
            asked.Ask("client/registerCapability", new JsonObject
            {
                ["registrations"] = new JsonArray(new JsonObject
                {
                    ["id"] = IdOf(document.Path),
                    ["method"] = "textDocument/didChange",
                    ["registerOptions"] = new JsonObject
                    {
                        ["documentSelector"] = new JsonArray(new JsonObject { ["scheme"] = "file", ["pattern"] = document.Path.Replace('\\', '/') }),
                        ["syncKind"] = 1,
                    },
                }),
            });
        }

        server.Notify("window/showMessage", new JsonObject
        {
            ["type"] = 2,
            ["message"] = $"{Path.GetFileName(document.Path)}: your editor and Ahoy do not agree on its text ({why}). Ahoy looks at it again once you save it.",
        });
        publisher.Later(document.Path);
    }

    private static string IdOf(string path) => $"ahoy-text-{path}";

    private void Close(JsonElement parameters)
    {
        var uri = parameters.Required("textDocument", "uri");
        if (FilePaths.PathOf(uri) is { } path && server.Documents.Remove(path) is { } closed)
        {
            _askedForText.Remove(path);
            publisher.Forget(closed);
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

    private void Refresh()
    {
        if (server.Pulls)
        {
            if (server.Capabilities.At("workspace", "diagnostics", "refreshSupport").IsTrue() || server.Capabilities.At("workspace", "diagnostic", "refreshSupport").IsTrue())
            {
                asked.Ask("workspace/diagnostic/refresh", null);
            }

            return;
        }

        publisher.All();
    }
}
