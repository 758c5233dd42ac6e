using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Ahoy.LanguageServer.Documents;
using Ahoy.LanguageServer.Features;
using Ahoy.LanguageServer.Projects;

namespace Ahoy.LanguageServer.Server;

/// <summary>
/// Tells editors that do not ask what is found in their open files, and in the files that the checks of the Build name. The file that somebody types in comes first, by itself; then
/// one round over all others, one after the other, tells of those of which there is something new to tell. A keystroke meanwhile starts both anew.
/// </summary>
internal sealed class Publisher(ServerContext server, Action<Action> guard) : IDisposable
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(FilePaths.Comparer);
    private readonly Dictionary<string, FoundAt> _told = new(FilePaths.Comparer);
    private readonly Dictionary<string, IReadOnlyList<BuildFinding>> _ofBuild = new(FilePaths.Comparer);
    private readonly Dictionary<string, List<BuildFinding>> _toldOfClosed = new(FilePaths.Comparer);
    private readonly Lock _telling = new();
    private CancellationTokenSource? _round;

    /// <summary>A file was opened or edited: what is found in it, and in those that depend on it, is told.</summary>
    public void Later(string path)
    {
        if (!server.Pulls)
        {
            Cancel(path);
            End(Interlocked.Exchange(ref _round, null));
            var cancellation = new CancellationTokenSource();
            _running[path] = cancellation;
            Run(cancellation.Token, stop => TellFirst(path, stop));
        }
    }

    /// <summary>Anything may have changed.</summary>
    public void All()
    {
        if (server.Pulls)
        {
            return;
        }

        var round = new CancellationTokenSource();
        End(Interlocked.Exchange(ref _round, round));
        Run(round.Token, TellAll);
    }

    /// <summary>A file was closed: nothing is told of it any more.</summary>
    public void Forget(Document document)
    {
        Cancel(document.Path);
        if (!server.Pulls)
        {
            lock (_telling)
            {
                _told.Remove(document.Path);
                Send(document.Uri, null, []);
            }

            All();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        End(Interlocked.Exchange(ref _round, null));
        foreach (var path in _running.Keys)
        {
            Cancel(path);
        }
    }

    private void Run(CancellationToken stop, Action<CancellationToken> action) => _ = Task.Run(() => guard(() => action(stop)), stop);

    // The round comes behind it and not beside it: it would look at the same text at the same time.
    private void TellFirst(string path, CancellationToken stop)
    {
        try
        {
            Tell(path, stop, waits: false);
        }
        finally
        {
            if (!stop.IsCancellationRequested)
            {
                All();
            }
        }
    }

    private void TellAll(CancellationToken stop)
    {
        var documents = server.Documents.All;
        foreach (var document in documents)
        {
            Tell(document.Path, stop, waits: true);
        }

        string[] known;
        lock (_telling)
        {
            known = [.. _ofBuild.Keys];
        }

        foreach (var folder in documents.Select(document => server.Finder.FolderOf(document.Path)).OfType<string>().Concat(known).Distinct(FilePaths.Comparer))
        {
            stop.ThrowIfCancellationRequested();
            TellOfBuild(folder, server.Projects.Get(folder).BuildFindings(server.Checks));
        }
    }

    /// <summary>Tells what is found in an open file, where that is something new.</summary>
    /// <param name="path">The file.</param>
    /// <param name="stop">Gives it up.</param>
    /// <param name="waits">Whether it waits for the checks of the Build. A keystroke does not: the round behind it brings them.</param>
    private void Tell(string path, CancellationToken stop, bool waits)
    {
        if (server.Documents.Find(path) is not { } document)
        {
            return;
        }

        FoundAt? found = null;
        if (server.Projects.Of(path) is { } project)
        {
            found = FoundAt.Find(server, project, path, waits ? project.BuildFindings(server.Checks) : project.KnownBuildFindings ?? LastOfBuild(project.Folder), stop);
        }

        lock (_telling)
        {
            stop.ThrowIfCancellationRequested();
            if (!ReferenceEquals(server.Documents.Find(path), document) || found?.IsToldBy(_told.GetValueOrDefault(path)) == true)
            {
                return;
            }

            if (found is null)
            {
                _told.Remove(path);
            }
            else
            {
                _told[path] = found;
            }

            _toldOfClosed.Remove(path);
            Send(document.Uri, document.Version, found?.ToJson(server) ?? []);
        }
    }

    // What the checks said last, until they have looked again: else their findings would go and come.
    private IReadOnlyList<BuildFinding> LastOfBuild(string folder)
    {
        lock (_telling)
        {
            return _ofBuild.GetValueOrDefault(folder) ?? [];
        }
    }

    // package.json, an Asset, `.env`: they need not be open.
    private void TellOfBuild(string folder, IReadOnlyList<BuildFinding> findings)
    {
        lock (_telling)
        {
            var before = _ofBuild.GetValueOrDefault(folder) ?? [];
            _ofBuild[folder] = findings;
            foreach (var file in findings.Concat(before).Select(finding => finding.Path).Distinct(FilePaths.Comparer).Where(file => server.Documents.Find(file) is null))
            {
                var own = findings.Where(finding => FilePaths.Comparer.Equals(finding.Path, file)).ToList();
                if (!own.SequenceEqual(_toldOfClosed.GetValueOrDefault(file) ?? []))
                {
                    _toldOfClosed[file] = own;
                    Send(server.UriOf(file), null, new JsonArray([.. own.Select(DiagnosticBuilder.Of)]));
                }
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
            End(running);
        }
    }

    private static void End(CancellationTokenSource? running)
    {
        running?.Cancel();
        running?.Dispose();
    }
}
