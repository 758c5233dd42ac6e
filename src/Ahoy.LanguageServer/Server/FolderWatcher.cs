using System.Collections.Concurrent;

namespace Ahoy.LanguageServer.Server;

/// <summary>Watches folders for an editor that does not.</summary>
internal sealed class FolderWatcher : IDisposable
{
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(50);

    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly ConcurrentDictionary<string, byte> _changed = new(StringComparer.Ordinal);
    private readonly Action<IReadOnlyCollection<string>> _tell;
    private readonly Timer _timer;

    /// <param name="folders">The folders.</param>
    /// <param name="tell">Takes what has changed, once it is quiet again.</param>
    public FolderWatcher(IEnumerable<string> folders, Action<IReadOnlyCollection<string>> tell)
    {
        _tell = tell;
        _timer = new Timer(_ => Tell());
        foreach (var folder in folders.Where(Directory.Exists))
        {
            try
            {
                var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
                watcher.Changed += (_, change) => Note(change.FullPath);
                watcher.Created += (_, change) => Note(change.FullPath);
                watcher.Deleted += (_, change) => Note(change.FullPath);
                watcher.Renamed += (_, change) =>
                {
                    Note(change.OldFullPath);
                    Note(change.FullPath);
                };
                watcher.EnableRaisingEvents = true;
                _watchers.Add(watcher);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The system has no more watches: a saved file is noticed all the same, because the editor tells of that.
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _watchers.ForEach(watcher => watcher.Dispose());
        _timer.Dispose();
    }

    private void Note(string path)
    {
        _changed[path] = 0;
        _timer.Change(s_quiet, Timeout.InfiniteTimeSpan);
    }

    private void Tell()
    {
        var paths = _changed.Keys.ToList();
        paths.ForEach(path => _changed.TryRemove(path, out _));
        if (paths.Count > 0)
        {
            _tell(paths);
        }
    }
}
