using System.Threading.Channels;
using Ahoy.Model;

namespace Ahoy.Cli.Checking;

/// <summary>Tells when the files of projects have changed, and have settled for a moment: an editor saves in several steps.</summary>
/// <remarks>Packages, build output and hidden folders are not watched: they are many, and nobody writes them.</remarks>
internal sealed class CheckWatcher : IDisposable
{
    private static readonly TimeSpan s_settled = TimeSpan.FromMilliseconds(100);
    private static readonly HashSet<string> s_unwatched = new(StringComparer.OrdinalIgnoreCase) { "node_modules", "bin", "obj" };

    private readonly Channel<string> _changes = Channel.CreateUnbounded<string>();
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly HashSet<string> _ignored;
    private readonly TimeProvider _time;

    /// <summary>Begins to watch.</summary>
    /// <param name="folders">The projects' folders; one that is not there is left out.</param>
    /// <param name="files">Files elsewhere that count, such as the baseline.</param>
    /// <param name="ignored">Files that the command writes itself.</param>
    /// <param name="time">What waits for the files to settle.</param>
    public CheckWatcher(IEnumerable<string> folders, IEnumerable<string> files, IEnumerable<string> ignored, TimeProvider time)
    {
        _time = time;
        _ignored = [.. ignored.Select(Path.GetFullPath)];
        foreach (var folder in folders.Where(Directory.Exists).Select(Path.GetFullPath).Distinct())
        {
            Watch(folder, deep: false, only: null);
            foreach (var inner in Directory.GetDirectories(folder).Where(IsWatched))
            {
                Watch(inner, deep: true, only: null);
            }
        }

        foreach (var file in files.Select(Path.GetFullPath).Where(file => Directory.Exists(Path.GetDirectoryName(file))))
        {
            Watch(Path.GetDirectoryName(file)!, deep: false, only: file);
        }
    }

    /// <summary>Waits until something has changed and has settled.</summary>
    /// <returns>A file that has changed, absolute.</returns>
    public async Task<string> WaitAsync(CancellationToken cancellation)
    {
        var first = await _changes.Reader.ReadAsync(cancellation).ConfigureAwait(false);
        do
        {
            while (_changes.Reader.TryRead(out _))
            {
            }

            await Task.Delay(s_settled, _time, cancellation).ConfigureAwait(false);
        }
        while (_changes.Reader.TryPeek(out _));

        return first;
    }

    public void Dispose()
    {
        lock (_watchers)
        {
            _watchers.ForEach(watcher => watcher.Dispose());
        }
    }

    private static bool IsWatched(string folder) => Path.GetFileName(folder) is var name && !s_unwatched.Contains(name) && !name.StartsWith('.');

    private void Watch(string folder, bool deep, string? only)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = deep,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            InternalBufferSize = 64 * 1024,
        };
        watcher.Changed += (_, e) => OnChanged(e.FullPath);
        watcher.Created += (_, e) => OnCreated(e.FullPath);
        watcher.Deleted += (_, e) => OnChanged(e.FullPath);
        watcher.Renamed += (_, e) =>
        {
            OnChanged(e.OldFullPath);
            OnCreated(e.FullPath);
        };

        // More changes at once than it can count.
        watcher.Error += (_, _) => _changes.Writer.TryWrite(folder);
        watcher.EnableRaisingEvents = true;
        lock (_watchers)
        {
            _watchers.Add(watcher);
        }

        void OnCreated(string path)
        {
            // A folder that comes later, such as the first `assets`.
            if (!deep && only is null && Directory.Exists(path) && IsWatched(path))
            {
                Watch(path, deep: true, only: null);
            }

            OnChanged(path);
        }

        void OnChanged(string path)
        {
            var isUnwatched = !deep && Directory.Exists(path) && !IsWatched(path);
            var isOurs = path.EndsWith(AtomicFile.TemporaryExtension, StringComparison.Ordinal) || _ignored.Contains(path);
            if ((only is null || path == only) && !isUnwatched && !isOurs)
            {
                _changes.Writer.TryWrite(path);
            }
        }
    }
}
