using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Ahoy.LanguageServer.Documents;
using Ahoy.LanguageServer.Features;

namespace Ahoy.LanguageServer.Server;

/// <summary>
/// Tells editors that do not ask what is found in their open files, and in the files that the checks of the Build name. A keystroke while a file is looked at starts that anew.
/// </summary>
internal sealed class Publisher(ServerContext server, Action<Action> guard) : IDisposable
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(FilePaths.Comparer);
    private readonly ConcurrentDictionary<string, byte> _toldOfBuild = new(FilePaths.Comparer);

    /// <summary>A file was opened or edited: what is found in it, and in those that depend on it, is told.</summary>
    public void Later(string path)
    {
        if (!server.Pulls)
        {
            Start(path);
            if (server.Finder.FolderOf(path) is { } folder)
            {
                foreach (var other in server.Documents.All.Where(document => !FilePaths.Comparer.Equals(document.Path, path) && server.Finder.FolderOf(document.Path) == folder))
                {
                    Start(other.Path);
                }
            }
        }
    }

    /// <summary>All open files.</summary>
    public void All()
    {
        foreach (var document in server.Documents.All)
        {
            Start(document.Path);
        }
    }

    /// <summary>A file was closed: nothing is told of it any more.</summary>
    public void Forget(Document document)
    {
        Cancel(document.Path);
        if (!server.Pulls)
        {
            Send(document.Uri, null, []);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var path in _running.Keys)
        {
            Cancel(path);
        }
    }

    private void Start(string path)
    {
        Cancel(path);
        var cancellation = new CancellationTokenSource();
        _running[path] = cancellation;
        _ = Task.Run(() => guard(() => Tell(path, cancellation.Token)), cancellation.Token);
    }

    private void Tell(string path, CancellationToken cancellation)
    {
        if (server.Documents.Find(path) is not { } document)
        {
            return;
        }

        var items = Diagnostics.Find(server, path, cancellation);
        cancellation.ThrowIfCancellationRequested();
        Send(document.Uri, document.Version, items);
        TellOfBuild(path, cancellation);
    }

    // package.json, an Asset, `.env`: they need not be open.
    private void TellOfBuild(string path, CancellationToken cancellation)
    {
        if (server.Projects.Of(path) is not { } project)
        {
            return;
        }

        var named = project.BuildFindings(server.Checks).Select(finding => finding.Path).Where(file => server.Documents.Find(file) is null).ToHashSet(FilePaths.Comparer);
        foreach (var file in named.Concat(_toldOfBuild.Keys.Where(told => server.Finder.FolderOf(told) == project.Folder)).Distinct(FilePaths.Comparer))
        {
            cancellation.ThrowIfCancellationRequested();
            if (server.Documents.Find(file) is null)
            {
                Send(server.UriOf(file), null, Diagnostics.FindOfBuild(server, project, file));
            }

            if (named.Contains(file))
            {
                _toldOfBuild[file] = 0;
            }
            else
            {
                _toldOfBuild.TryRemove(file, out _);
            }
        }
    }

    private void Send(string uri, int? version, JsonArray items)
    {
        var parameters = new JsonObject { ["uri"] = uri, ["diagnostics"] = items };
        if (version is not null)
        {
            parameters["version"] = version;
        }

        server.Notify("textDocument/publishDiagnostics", parameters);
    }

    private void Cancel(string path)
    {
        if (_running.TryRemove(path, out var running))
        {
            running.Cancel();
            running.Dispose();
        }
    }
}
